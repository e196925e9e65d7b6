using System.CommandLine;
using Journal.Aims;
using Journal.Cli.Running;

namespace Journal.Cli.Recording;

/// <summary>journal aim set | revise | close | list</summary>
internal static class AimVerbs
{
    public static Command Create() => CommandLine.Group("aim", "What you want to sustain.", Set(), Revise(), Close(), Subjects.List("aim"));

    private static Command Set()
    {
        var title = new Argument<string>("title");
        var (why, at, id) = (new Option<string?>("--why"), Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("set", "Set an aim.", [title, why, at, id], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var command = new SetAim(args.GetValue(title)!, args.GetValue(why)) { Id = args.GetValue(id) ?? Guid.Empty, OccurredAt = Session.At(args.GetValue(at), author) };
            return await Recordings.RecordAsync<SetAim, Aim>(session, author, command, AimDecider.Decide, "Aim set", ct);
        });
    }

    private static Command Revise()
    {
        var aim = new Argument<string>("aim") { Description = "Its id, or its title." };
        var (title, why, at) = (new Option<string?>("--title"), new Option<string?>("--why"), Recordings.When());
        return CommandLine.Verb("revise", "Word an aim anew.", [aim, title, why, at], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var subject = await Subjects.FindAsync(session, "aim", args.GetValue(aim)!, ct);
            var command = new ReviseAim(args.GetValue(title), args.GetValue(why)) { Id = subject, OccurredAt = Session.At(args.GetValue(at), author) };
            return await Recordings.RecordAsync<ReviseAim, Aim>(session, author, command, AimDecider.Decide, "Revised", ct);
        });
    }

    private static Command Close()
    {
        var aim = new Argument<string>("aim") { Description = "Its id, or its title." };
        var ending = new Argument<AimEnding>("ending") { Description = "reached, abandoned or superseded.", CustomParser = Words.One<AimEnding> };
        var (reason, at) = (new Option<string?>("--reason"), Recordings.When());
        return CommandLine.Verb("close", "Close an aim.", [aim, ending, reason, at], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var subject = await Subjects.FindAsync(session, "aim", args.GetValue(aim)!, ct);
            var command = new CloseAim(args.GetValue(ending), args.GetValue(reason)) { Id = subject, OccurredAt = Session.At(args.GetValue(at), author) };
            return await Recordings.RecordAsync<CloseAim, Aim>(session, author, command, AimDecider.Decide, "Closed", ct);
        });
    }
}
