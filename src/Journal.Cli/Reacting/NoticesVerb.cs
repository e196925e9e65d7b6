using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Reactions;

namespace Journal.Cli.Reacting;

/// <summary>journal notices [--unread] [--read]</summary>
internal static class NoticesVerb
{
    private const int Shown = 50;

    public static Command Create()
    {
        var unread = new Option<bool>("--unread") { Description = "Only those that were not read." };
        var read = new Option<bool>("--read") { Description = "Mark all as read." };
        return CommandLine.Verb("notices", "What the journal told by itself, newest first.", [unread, read], async (session, args, ct) =>
        {
            var (person, notices) = (await session.ReaderAsync(ct), await session.GetAsync<Notices>(ct));
            var lines = await notices.ListAsync(person.Id, args.GetValue(unread), null, Shown, ct);
            if (args.GetValue(read))
            {
                await notices.ReadAsync(person.Id, null, ct);
            }

            session.Printer.Answer(new NoticesAnswer(lines), ReactingJson.Default.NoticesAnswer, console =>
            {
                foreach (var line in lines)
                {
                    console.Say($"{(line.IsRead ? " " : "*")} {line.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC  {line.Text}");
                }

                if (lines.Count == 0)
                {
                    console.Say("No notices.");
                }
            });
            return ExitCode.Done;
        });
    }
}

internal sealed record NoticesAnswer(IReadOnlyList<NoticeLine> Notices);
