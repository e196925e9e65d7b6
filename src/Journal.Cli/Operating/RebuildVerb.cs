using System.CommandLine;
using Journal.Cli.Running;
using Journal.Web.Operations;
using Spectre.Console;

namespace Journal.Cli.Operating;

/// <summary>journal rebuild</summary>
internal static class RebuildVerb
{
    public static Command Create() => CommandLine.Verb("rebuild", "Make the read models anew from the events; what is there serves meanwhile.", [], async (session, _, ct) =>
    {
        var projections = await session.GetAsync<Projections>(ct);
        var position = (await projections.RebuildAsync(null, ct))!.Value;
        session.Printer.Answer(new RebuildAnswer(position), OperatingJson.Default.RebuildAnswer, console => console.WriteLine($"Rebuilt from the events up to position {position}."));
        return ExitCode.Done;
    });
}

/// <param name="Position">The last event of the log that is in them.</param>
internal sealed record RebuildAnswer(long Position);
