using Journal.Recording;

namespace Journal.Practices;

[Route("practices", "Takes up a recurring action.", Verb = "adopt")]
public sealed record AdoptPractice(
    string Title,
    int Times = 1,
    int Days = 1,
    double? Target = null,
    string? Unit = null,
    TargetBound Bound = TargetBound.AtLeast,
    Silence Silence = Silence.Unknown,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("PATCH practices/{id}", "Goes on differently; what is left out stays.", Verb = "revise")]
public sealed record RevisePractice(
    string? Title = null, int? Times = null, int? Days = null, double? Target = null, string? Unit = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("practices/{id}/drop", "Gives it up.")]
public sealed record DropPractice(string? Reason = null) : Command;

[Route("practices/{id}/floor", "Sets the least of it that is to be kept, whatever happens.")]
public sealed record SetPracticeFloor(double Floor, bool NonNegotiable = false) : Command;

public static class PracticeDecider
{
    internal static readonly Refusal Missing = Refusal.Unknown("practice.unknown", "There is no such practice.");
    internal static readonly Refusal Dropped = Refusal.Conflict("practice.dropped", "This practice was dropped.");

    public static Verdict Decide(AdoptPractice command, Practice? practice, DateTimeOffset now) =>
        (Check.Title(command.Title)
            ?? Cadence(command.Times, command.Days)
            ?? Check.Quantity(command.Target, "target")
            ?? Check.OptionalTitle(command.Unit, "unit")
            ?? Check.Known<TargetBound>(command.Bound, "bound")
            ?? Check.Known<Silence>(command.Silence, "silence")
            ?? Check.When(command.OccurredAt, now)) is { } refusal ? refusal
        : practice is not null ? Refusal.Conflict("practice.exists", "This practice is already adopted.")
        : Verdict.Accept(new PracticeAdopted(
            command.Id,
            command.Title,
            command.Times,
            command.Days,
            command.Target,
            command.Unit,
            command.Bound,
            command.Silence,
            command.AimId,
            command.OccurredAt ?? now));

    public static Verdict Decide(RevisePractice command, Practice? practice, DateTimeOffset now) => practice switch
    {
        null => Missing,
        { Dropped: true } => Dropped,
        _ when (Check.OptionalTitle(command.Title)
            ?? Cadence(command.Times ?? practice.Times, command.Days ?? practice.Days)
            ?? Check.Quantity(command.Target, "target")
            ?? Check.OptionalTitle(command.Unit, "unit")
            ?? Check.When(command.OccurredAt, now)) is { } refusal => refusal,
        _ when command is { Title: null, Times: null, Days: null, Target: null, Unit: null, AimId: null } =>
            Refusal.Invalid("practice.unchanged", "Say what changes: title, times, days, target, unit or aim."),
        _ => Verdict.Accept(new PracticeRevised(
            command.Id, command.Title, command.Times, command.Days, command.Target, command.Unit, command.AimId, command.OccurredAt ?? now)),
    };

    public static Verdict Decide(DropPractice command, Practice? practice, DateTimeOffset now) => practice switch
    {
        null => Missing,
        { Dropped: true } => Verdict.Nothing,
        _ when (Check.OptionalText(command.Reason, "reason") ?? Check.When(command.OccurredAt, now)) is { } refusal => refusal,
        _ => Verdict.Accept(new PracticeDropped(command.Id, command.Reason, command.OccurredAt ?? now)),
    };

    public static Verdict Decide(SetPracticeFloor command, Practice? practice, DateTimeOffset now) => Verdict.Unless(
        Check.Share(command.Floor, "floor") ?? Check.When(command.OccurredAt, now) ?? (practice is null ? Missing : practice.Dropped ? Dropped : null),
        new PracticeFloorSet(command.Id, command.Floor, command.NonNegotiable, command.OccurredAt ?? now));

    private static Refusal? Cadence(int times, int days) => (times, days) switch
    {
        ( < 1 or > 1000, _) => Refusal.Invalid("times.range", "times is a whole number from 1 to 1000."),
        (_, < 1 or > 366) => Refusal.Invalid("days.range", "days is a whole number from 1 to 366."),
        _ => null,
    };
}
