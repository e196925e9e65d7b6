using System.CommandLine;
using Journal.Cli.Running;
using Journal.Practices;

namespace Journal.Cli.Recording;

/// <summary>journal practice adopt | revise, with short options.</summary>
internal static class PracticeVerbs
{
    public static Command Create() =>
        CommandLine.Group("practice", "What you do again and again.", Adopt(), Revise(), Subjects.List("practice"));

    private static Command Adopt()
    {
        var title = new Argument<string>("title");
        var times = new Option<int>("--times", "-n") { Description = "How often.", DefaultValueFactory = _ => 1 };
        var days = new Option<int>("--days", "-d") { Description = "In how many days: 1 a day, 7 a week.", DefaultValueFactory = _ => 1 };
        var target = new Option<double?>("--target") { Description = "The amount that counts as done." };
        var unit = new Option<string?>("--unit") { Description = "What the amount is counted in." };
        var atMost = new Option<bool>("--at-most") { Description = "The target is a limit." };
        var silence = new Option<Silence?>("--silence") { Description = "What a day without a record means: inUse (missed in weeks with any record; the default), missed or unknown.", CustomParser = Words.Perhaps<Silence> };
        var aim = new Option<string?>("--aim") { Description = "The aim it serves: id or title." };
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("adopt", "Take up a practice.", [title, times, days, target, unit, atMost, silence, aim, at, id], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var command = new AdoptPractice(
                args.GetValue(title)!,
                args.GetValue(times),
                args.GetValue(days),
                args.GetValue(target),
                args.GetValue(unit),
                args.GetValue(atMost) ? TargetBound.AtMost : TargetBound.AtLeast,
                args.GetValue(silence),
                args.GetValue(aim) is { } named ? await Subjects.FindAsync(session, "aim", named, ct) : null)
            {
                Id = args.GetValue(id) ?? Guid.Empty,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Adopted", ct);
        });
    }

    private static Command Revise()
    {
        var practice = new Argument<string>("practice") { Description = Subjects.Ways };
        var title = new Option<string?>("--title");
        var (times, days) = (new Option<int?>("--times", "-n"), new Option<int?>("--days", "-d"));
        var (target, unit) = (new Option<double?>("--target"), new Option<string?>("--unit"));
        var aim = new Option<string?>("--aim");
        var bound = new Option<TargetBound?>("--bound") { Description = "Whether the target is to be reached or kept to: atLeast or atMost.", CustomParser = Words.Perhaps<TargetBound> };
        var silence = new Option<Silence?>("--silence") { Description = "What a day without a record means: unknown or missed.", CustomParser = Words.Perhaps<Silence> };
        var until = new Option<string?>("--silence-until") { Description = "The last day of which that holds; of later ones nothing is known." };
        var at = Recordings.When();
        return CommandLine.Verb("revise", "Go on differently from here; the weeks before keep the cadence they had.", [practice, title, times, days, target, unit, aim, bound, silence, until, at], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var command = new RevisePractice(
                args.GetValue(title),
                args.GetValue(times),
                args.GetValue(days),
                args.GetValue(target),
                args.GetValue(unit),
                args.GetValue(aim) is { } named ? await Subjects.FindAsync(session, "aim", named, ct) : null,
                args.GetValue(bound),
                args.GetValue(silence),
                Session.At(args.GetValue(until), author))
            {
                Id = await Subjects.FindAsync(session, "practice", args.GetValue(practice)!, ct),
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Revised", ct);
        });
    }
}
