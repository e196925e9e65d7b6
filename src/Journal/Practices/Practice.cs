using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Practices;

/// <summary>A person takes up a recurring action.</summary>
/// <param name="Times">How often it is meant to be done in every <paramref name="Days"/> days.</param>
/// <param name="Target">The amount, in <paramref name="Unit"/>, that counts as done; null when doing it at all counts.</param>
/// <param name="Bound">Whether the amount is meant to reach the target or to stay within it.</param>
/// <param name="Silence">What a day without a record means.</param>
/// <param name="SilenceUntil">The last day on which a day without a record means that; null while it goes on. After it nothing is known.</param>
public sealed record PracticeAdopted(
    Guid PracticeId,
    [property: Personal] string Title,
    int Times,
    int Days,
    double? Target,
    [property: Personal] string? Unit,
    TargetBound Bound,
    Silence Silence,
    Guid? AimId,
    DateTimeOffset OccurredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? SilenceUntil = null) : IServesAim
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Title(Title)
        ?? Check.Rating(Times, "times", 1, 1000)
        ?? Check.Rating(Days, "days", 1, 366)
        ?? Check.Quantity(Target, "target")
        ?? Check.OptionalTitle(Unit, "unit")
        ?? Check.Known<TargetBound>(Bound, "bound")
        ?? Check.Known<Silence>(Silence, "silence")
        ?? Check.When(SilenceUntil, now, "silenceUntil")
        ?? Check.When(OccurredAt, now);
}

/// <summary>The practice goes on differently from here; a null leaves that part as it was, and weeks before keep the cadence they had.</summary>
/// <param name="Cleared">The parts that are empty from here on; null for none.</param>
public sealed record PracticeRevised(
    Guid PracticeId,
    [property: Personal] string? Title,
    int? Times,
    int? Days,
    double? Target,
    [property: Personal] string? Unit,
    Guid? AimId,
    DateTimeOffset OccurredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TargetBound? Bound = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Silence? Silence = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? SilenceUntil = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PracticePart>? Cleared = null) : IServesAim
{
    Guid IJournalEvent.SubjectId => PracticeId;

    /// <summary>Whether a part is empty from here on.</summary>
    public bool Clears(PracticePart part) => Cleared?.Contains(part) is true;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.OptionalTitle(Title)
        ?? Check.Rating(Times, "times", 1, 1000)
        ?? Check.Rating(Days, "days", 1, 366)
        ?? Check.Quantity(Target, "target")
        ?? Check.OptionalTitle(Unit, "unit")
        ?? Check.Known(Bound, "bound")
        ?? Check.Known(Silence, "silence")
        ?? Check.When(SilenceUntil, now, "silenceUntil")
        ?? Check.When(OccurredAt, now)
        ?? Unchanged();

    private Refusal? Unchanged() =>
        this is { Title: null, Times: null, Days: null, Target: null, Unit: null, AimId: null, Bound: null, Silence: null, SilenceUntil: null, Cleared: null }
            ? Refusal.Invalid("practice.unchanged", "Say what changes: title, times, days, target, unit, bound, silence or aim.")
            : null;
}

/// <summary>What a practice may be without.</summary>
public enum PracticePart
{
    Target,
    Unit,
    AimId,
    SilenceUntil,
}

/// <summary>The practice is given up: nothing is expected after it.</summary>
public sealed record PracticeDropped(Guid PracticeId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

/// <summary>The practice that was given up is taken up again: it is due from here on, and what lies between was not.</summary>
public sealed record PracticeResumed(Guid PracticeId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

/// <summary>What a day without a record says.</summary>
public enum Silence
{
    /// <summary>Nothing: the day is unknown and counts neither way.</summary>
    Unknown,

    /// <summary>It was not done: the source records every time it was (a habit tracker's ticks).</summary>
    Missed,

    /// <summary>It was not done where the person recorded anything at all in that week; in a week without any record it says nothing.</summary>
    InUse,
}

public enum TargetBound
{
    AtLeast,
    AtMost,
}

/// <summary>The least of a practice that the person means to keep, whatever happens.</summary>
/// <param name="Floor">Adherence of a week, 0 to 1.</param>
/// <param name="NonNegotiable">Whether it holds without exception.</param>
public sealed record PracticeFloorSet(Guid PracticeId, double Floor, bool NonNegotiable, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Share(Floor, "floor") ?? Check.When(OccurredAt, now);
}

/// <summary>The person says what a day without a record of the practice means, in all of its history.</summary>
public sealed record PracticeSilenceChosen(Guid PracticeId, Silence Silence, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Known<Silence>(Silence, "silence") ?? Check.When(OccurredAt, now);
}

/// <summary>The person says, later on, what an outcome came from.</summary>
/// <param name="NewFactNeeded">Whether something had to be found out first; null when the person did not say.</param>
public sealed record OutcomeCoded(Guid PracticeId, Guid OutcomeId, Cause Cause, bool? NewFactNeeded, DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Guid IPartOf.PartId => OutcomeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Known<Cause>(Cause, "cause") ?? Check.When(OccurredAt, now);
}

public sealed record Practice(Guid Id, int Times, int Days, bool Dropped, ImmutableHashSet<Guid> Outcomes, long Known = 0) : IState<Practice>, ILongHistory
{
    private static Practice From(PracticeAdopted e) => new(e.PracticeId, e.Times, e.Days, Dropped: false, []);

    private static Practice On(PracticeRevised e, Practice practice) =>
        practice with { Times = e.Times ?? practice.Times, Days = e.Days ?? practice.Days };

    private static Practice On(PracticeDropped e, Practice practice) => practice with { Dropped = true };

    private static Practice On(PracticeResumed e, Practice practice) => practice with { Dropped = false };

    private static Practice On(ExecutionFinished e, Practice practice) => practice with { Outcomes = practice.Outcomes.Add(e.OutcomeId) };

    private static Practice On(ExecutionMissed e, Practice practice) => practice with { Outcomes = practice.Outcomes.Add(e.OutcomeId) };

    private static Practice On(ExecutionSkipped e, Practice practice) => practice with { Outcomes = practice.Outcomes.Add(e.OutcomeId) };

    private static Practice On(ExecutionLeftOpen e, Practice practice) => practice with { Outcomes = practice.Outcomes.Add(e.OutcomeId) };

    private static Practice On(OutcomeRetracted e, Practice practice) => practice with { Outcomes = practice.Outcomes.Remove(e.OutcomeId) };

    public static Refusal? Missing(Practice practice, IJournalEvent e) => e switch
    {
        OutcomeCoded coded => practice.Without(coded.OutcomeId),
        OutcomeMoved moved => practice.Without(moved.OutcomeId),
        OutcomeRetracted retracted => practice.Without(retracted.OutcomeId),
        _ => null,
    };

    public static Practice? Fold(Practice? state, IJournalEvent e) => After(state, e) is { } practice ? practice with { Known = practice.Known + 1 } : null;

    private static Practice? After(Practice? state, IJournalEvent e) => (state, e) switch
    {
        (null, PracticeAdopted adopted) => From(adopted),
        ({ } practice, PracticeRevised revised) => On(revised, practice),
        ({ } practice, PracticeDropped dropped) => On(dropped, practice),
        ({ } practice, PracticeResumed resumed) => On(resumed, practice),
        ({ } practice, ExecutionFinished finished) => On(finished, practice),
        ({ } practice, ExecutionMissed missed) => On(missed, practice),
        ({ } practice, ExecutionSkipped skipped) => On(skipped, practice),
        ({ } practice, ExecutionLeftOpen open) => On(open, practice),
        ({ } practice, OutcomeRetracted retracted) => On(retracted, practice),
        _ => state,
    };

    internal Refusal? Without(Guid outcome) =>
        Outcomes.Contains(outcome) ? null : Refusal.Unknown("outcome.unknown", "There is no such outcome, or it is retracted already.");
}
