using Journal.Recording;

namespace Journal.Practices;

[Route("practices", "Takes up a recurring action.", Verb = "adopt",
    Example = """{"title":"Write","times":3,"days":7,"target":500,"unit":"words"}""")]
public sealed record AdoptPractice(
    string Title,
    int Times = 1,
    int Days = 1,
    double? Target = null,
    string? Unit = null,
    TargetBound Bound = TargetBound.AtLeast,
    Silence? Silence = null,
    Guid? AimId = null,
    DateTimeOffset? SilenceUntil = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("PATCH practices/{id}", "Goes on differently; what is left out stays, and null empties target, unit, aimId or silenceUntil.", Verb = "revise",
    Example = """{"times":2}""")]
public sealed record RevisePractice(
    string? Title = null,
    int? Times = null,
    int? Days = null,
    [property: Clearable] double? Target = null,
    [property: Clearable] string? Unit = null,
    [property: Clearable] Guid? AimId = null,
    TargetBound? Bound = null,
    Silence? Silence = null,
    [property: Clearable] DateTimeOffset? SilenceUntil = null) : Revision
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("practices/{id}/drop", "Gives it up.", TakesBack = [typeof(PracticeAdopted), typeof(PracticeResumed)])]
public sealed record DropPractice(string? Reason = null) : Command;

[Route("practices/{id}/resume", "Takes it up again.", TakesBack = [typeof(PracticeDropped)])]
public sealed record ResumePractice(string? Reason = null) : Command;

[Route("practices/{id}/floor", "Sets the least of it that is to be kept, whatever happens.")]
public sealed record SetPracticeFloor(double Floor, bool NonNegotiable = false) : Command;

[Route("practices/{id}/silence", "Says what a day without a record of it means: inUse, missed or unknown.")]
public sealed record ChoosePracticeSilence(Silence Silence) : Command;

public static class PracticeDecider
{
    internal static readonly Refusal Missing = Refusal.Unknown("practice.unknown", "There is no such practice.");
    internal static readonly Refusal Dropped = Refusal.Conflict("practice.dropped", "This practice was dropped.");

    public static Verdict Decide(AdoptPractice command, Practice? practice, DateTimeOffset now)
    {
        var adopted = new PracticeAdopted(
            command.Id,
            command.Title,
            command.Times,
            command.Days,
            command.Target,
            command.Unit,
            command.Bound,
            command.Silence ?? PracticeFact.UsualSilence(command.Bound),
            command.AimId,
            command.OccurredAt ?? now,
            command.SilenceUntil);
        var exists = practice is not null ? Refusal.Conflict("practice.exists", "This practice is already adopted.") : null;

        // Version 0.1 wrote "unknown" where nobody had chosen anything; whoever does choose it says so in an event of its own.
        return command.Silence is Silence.Unknown && PracticeFact.UsualSilence(command.Bound) != Silence.Unknown
            ? exists ?? Verdict.Accept(now, adopted, new PracticeSilenceChosen(command.Id, Silence.Unknown, adopted.OccurredAt))
            : Verdict.Unless(exists, adopted, now);
    }

    public static Verdict Decide(RevisePractice command, Practice? practice, DateTimeOffset now) => practice switch
    {
        null => Missing,
        { Dropped: true } => Dropped,
        _ => Verdict.Accept(now, new PracticeRevised(
            command.Id,
            command.Title,
            command.Times,
            command.Days,
            command.Target,
            command.Unit,
            command.AimId,
            command.OccurredAt ?? now,
            command.Bound,
            command.Silence,
            command.SilenceUntil,
            command.ClearedParts<PracticePart>())),
    };

    public static Verdict Decide(DropPractice command, Practice? practice, DateTimeOffset now) => practice switch
    {
        null => Missing,
        { Dropped: true } => Verdict.Nothing,
        _ => Verdict.Accept(now, new PracticeDropped(command.Id, command.Reason, command.OccurredAt ?? now)),
    };

    public static Verdict Decide(ResumePractice command, Practice? practice, DateTimeOffset now) => practice switch
    {
        null => Missing,
        { Dropped: false } => Verdict.Nothing,
        _ => Verdict.Accept(now, new PracticeResumed(command.Id, command.Reason, command.OccurredAt ?? now)),
    };
    public static Verdict Decide(ChoosePracticeSilence command, Practice? practice, DateTimeOffset now) => Verdict.Unless(
        practice is null ? Missing : null,
        new PracticeSilenceChosen(command.Id, command.Silence, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(SetPracticeFloor command, Practice? practice, DateTimeOffset now) => Verdict.Unless(
        practice is null ? Missing : practice.Dropped ? Dropped : null,
        new PracticeFloorSet(command.Id, command.Floor, command.NonNegotiable, command.OccurredAt ?? now),
        now);
}
