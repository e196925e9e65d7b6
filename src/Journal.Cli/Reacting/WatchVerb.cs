using System.CommandLine;
using System.Text.Json;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.History;

namespace Journal.Cli.Reacting;

/// <summary>journal watch [--after POSITION] [--count N]</summary>
internal static class WatchVerb
{
    public static Command Create()
    {
        var after = new Option<long?>("--after") { Description = "The position to go on from; what is recorded from now on when left out." };
        var count = new Option<int?>("--count", "-n") { Description = "End after so many events; without it Ctrl-C ends it." };
        return CommandLine.Verb("watch", "Print a line for each event as it is recorded; a running server says when.", [after, count], async (session, args, ct) =>
        {
            var (person, left) = (await session.ReaderAsync(ct), args.GetValue(count) ?? int.MaxValue);
            if (left < 1 || args.GetValue(after) < 0)
            {
                throw new VerbException(ExitCode.Refused, left < 1 ? "count.range" : "after.range", left < 1 ? "--count is at least 1." : "--after is a position of the log, 0 or more.");
            }

            await foreach (var e in (await session.GetAsync<HistoryFollower>(ct)).FollowAsync(person.Id, args.GetValue(after), ct))
            {
                Terminal.Current.Out.WriteLine(session.Printer.IsJson
                    ? JsonSerializer.Serialize(e, ReactingJson.Default.EventView)
                    : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{e.Position}  {e.OccurredAt:yyyy-MM-dd HH:mm}  {e.Type}  {Saying.Short(e.Subject)}"));
                if (--left == 0)
                {
                    break;
                }
            }

            return ExitCode.Done;
        });
    }
}
