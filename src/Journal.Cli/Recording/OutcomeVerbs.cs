using System.CommandLine;
using Journal.Cli.Running;
using Journal.Practices;

namespace Journal.Cli.Recording;

/// <summary>journal outcome done | missed | skipped PRACTICE</summary>
internal static class OutcomeVerbs
{
    public static Command Create() => CommandLine.Group("outcome", "What became of a practice.", Done(), Missed(), Skipped(), Subjects.ListOutcomes());

    private static Argument<string> Practice() => new("practice") { Description = Subjects.Ways };

    private static Command Done()
    {
        var practice = Practice();
        var score = new Option<double?>("--score") { Description = "How much of it was done, 0 to 1." };
        var amount = new Option<double?>("--amount") { Description = "How much, in the practice's unit." };
        var planned = new Option<string?>("--planned") { Description = "When it was meant to start." };
        var started = new Option<string?>("--started") { Description = "When it did start." };
        var effort = new Option<int?>("--effort") { Description = "How hard it was, 1 to 7." };
        var minutes = new Option<double?>("--minutes") { Description = "Time spent." };
        var operated = new Option<bool?>("--needed-operator") { Description = "Whether it took your own intervention." };
        var note = new Option<string?>("--note");
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("done", "It was done.", [practice, score, amount, planned, started, effort, minutes, operated, note, at, id], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var (about, title) = await Subjects.FindNamedAsync(session, "practice", args.GetValue(practice)!, ct);
            var command = new FinishExecution(
                args.GetValue(id) ?? Guid.CreateVersion7(),
                args.GetValue(score),
                args.GetValue(amount),
                Session.At(args.GetValue(planned), author),
                Session.At(args.GetValue(started), author),
                args.GetValue(effort),
                args.GetValue(minutes),
                args.GetValue(operated),
                args.GetValue(note))
            {
                Id = about,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Done", ct, title);
        });
    }

    private static Command Missed()
    {
        var practice = Practice();
        var (reason, planned, started) = (new Option<string?>("--reason"), new Option<string?>("--planned"), new Option<string?>("--started"));
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("missed", "It was due and was not done.", [practice, reason, planned, started, at, id], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var (about, title) = await Subjects.FindNamedAsync(session, "practice", args.GetValue(practice)!, ct);
            var command = new MissExecution(
                args.GetValue(id) ?? Guid.CreateVersion7(),
                Session.At(args.GetValue(planned), author),
                Session.At(args.GetValue(started), author),
                args.GetValue(reason))
            {
                Id = about,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Missed", ct, title);
        });
    }

    private static Command Skipped()
    {
        var practice = Practice();
        var reason = new Argument<string>("reason") { Description = "Why it was excused; the day counts neither way." };
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("skipped", "It was excused.", [practice, reason, at, id], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var (about, title) = await Subjects.FindNamedAsync(session, "practice", args.GetValue(practice)!, ct);
            var command = new SkipExecution(args.GetValue(id) ?? Guid.CreateVersion7(), args.GetValue(reason)!)
            {
                Id = about,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Skipped", ct, title);
        });
    }
}
