using System.CommandLine;
using Journal.Beliefs;
using Journal.Cli.Running;
using Journal.Recording;
using Command = System.CommandLine.Command;

namespace Journal.Cli.Recording;

/// <summary>journal belief state | replace | evidence, in fewer words than their commands have.</summary>
internal static class BeliefVerbs
{
    public static Command Create() => CommandLine.Group(
        "belief", "What you hold to be true.", State(), Replace(), Evidence(), Subjects.List("belief"));

    private static Argument<string> Belief() => new("belief") { Description = Subjects.Ways };

    private static Option<bool> Limits() => new("--limits") { Description = "Holding it limits you; without this it serves you." };

    private static BeliefStance Stance(bool limits) => limits ? BeliefStance.Limits : BeliefStance.Serves;

    private static Command State()
    {
        var text = new Argument<string>("text");
        var scope = new Option<BeliefScope>("--scope")
        {
            Description = "What it is about: possible, deserved, safe, sustainable, necessary, worthActingOn or safeToIgnore.",
            DefaultValueFactory = _ => BeliefScope.Possible,
            CustomParser = Words.One<BeliefScope>,
        };
        var strength = new Option<double>("--strength") { Description = "How strongly you hold it, 0 to 1.", DefaultValueFactory = _ => 0.5 };
        var limits = Limits();
        var aim = new Option<string?>("--aim") { Description = "The aim it bears on: id or title." };
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("state", "State a belief.", [text, scope, strength, limits, aim, at, id], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var command = new StateBelief(
                args.GetValue(text)!,
                args.GetValue(scope),
                args.GetValue(strength),
                Stance(args.GetValue(limits)),
                AimId: args.GetValue(aim) is { } named ? await Subjects.FindAsync(session, "aim", named, ct) : null)
            {
                Id = args.GetValue(id) ?? Guid.Empty,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Stated", ct);
        });
    }

    private static Command Replace()
    {
        var belief = Belief();
        var text = new Argument<string>("text") { Description = "The belief that takes its place." };
        var strength = new Option<double>("--strength") { Description = "How strongly you hold the new one, 0 to 1.", DefaultValueFactory = _ => 0.5 };
        var limits = Limits();
        var scope = new Option<BeliefScope?>("--scope") { Description = "Default: that of the old one.", CustomParser = Words.Perhaps<BeliefScope> };
        var reason = new Option<string?>("--reason");
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("replace", "Put another belief in its place; both stay visible.", [belief, text, strength, limits, scope, reason, at, id], async (session, args, ct) =>
        {
            var (author, old) = await AboutAsync(session, args.GetValue(belief)!, ct);
            var command = new ReplaceBelief(
                args.GetValue(id) ?? Guid.CreateVersion7(),
                args.GetValue(text)!,
                args.GetValue(strength),
                Stance(args.GetValue(limits)),
                args.GetValue(scope),
                args.GetValue(reason))
            {
                Id = old,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Replaced", ct);
        });
    }

    private static Command Evidence()
    {
        var belief = Belief();
        var direction = new Argument<EvidenceDirection>("direction") { Description = "supports or contradicts.", CustomParser = Words.One<EvidenceDirection> };
        var source = new Option<string?>("--source") { Description = "The outcome, entry or other subject it was seen in." };
        var note = new Option<string?>("--note");
        var (at, id) = (Recordings.When(), Recordings.NewId());
        return CommandLine.Verb("evidence", "Link something that happened, for or against.", [belief, direction, source, note, at, id], async (session, args, ct) =>
        {
            var (author, about) = await AboutAsync(session, args.GetValue(belief)!, ct);
            var command = new LinkEvidence(
                args.GetValue(id) ?? Guid.CreateVersion7(),
                args.GetValue(direction),
                args.GetValue(source) is { } seen ? await Subjects.FindAnyAsync(session, seen, ct) : null,
                args.GetValue(note))
            {
                Id = about,
                OccurredAt = Session.At(args.GetValue(at), author),
            };
            return await Recordings.RecordAsync(session, author, command, "Linked", ct);
        });
    }

    private static async Task<(Author Author, Guid Belief)> AboutAsync(Session session, string named, CancellationToken ct) =>
        (await session.ReadingAuthorAsync(ct), await Subjects.FindAsync(session, "belief", named, ct));
}
