using Journal.Recording;

namespace Journal.Practices;

/// <summary>The practice was carried out.</summary>
/// <param name="Score">How much of it was done, 0 to 1; null where the amount, or doing it at all, says so.</param>
/// <param name="Amount">How much, in the practice's unit.</param>
/// <param name="PlannedAt">When it was meant to start.</param>
/// <param name="StartedAt">When it did start.</param>
/// <param name="Effort">How hard it was to do, 1 (none) to 7.</param>
/// <param name="Minutes">Time spent.</param>
/// <param name="NeededOperator">Whether it took the person's own intervention to come about.</param>
public sealed record ExecutionFinished(
    Guid PracticeId,
    Guid OutcomeId,
    double? Score,
    double? Amount,
    DateTimeOffset? PlannedAt,
    DateTimeOffset? StartedAt,
    int? Effort,
    double? Minutes,
    bool? NeededOperator,
    [property: Personal] string? Note,
    DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Guid IPartOf.PartId => OutcomeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Share(Score, "score")
        ?? Check.Quantity(Amount, "amount")
        ?? Check.When(PlannedAt, now, "plannedAt")
        ?? Check.When(StartedAt, now, "startedAt")
        ?? Check.Rating(Effort, "effort")
        ?? Check.Quantity(Minutes, "minutes")
        ?? Check.OptionalText(Note, "note")
        ?? Check.When(OccurredAt, now);
}

/// <summary>It was due and was not done. A start without a finish keeps its <paramref name="StartedAt"/>.</summary>
public sealed record ExecutionMissed(
    Guid PracticeId,
    Guid OutcomeId,
    DateTimeOffset? PlannedAt,
    DateTimeOffset? StartedAt,
    [property: Personal] string? Reason,
    DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Guid IPartOf.PartId => OutcomeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.When(PlannedAt, now, "plannedAt")
        ?? Check.When(StartedAt, now, "startedAt")
        ?? Check.OptionalText(Reason, "reason")
        ?? Check.When(OccurredAt, now);
}

/// <summary>It was excused (illness, a day off by plan): the day counts neither for nor against.</summary>
public sealed record ExecutionSkipped(
    Guid PracticeId,
    Guid OutcomeId,
    [property: Personal] string Reason,
    DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Guid IPartOf.PartId => OutcomeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Text(Reason, "reason") ?? Check.When(OccurredAt, now);
}

/// <summary>The person does not know whether it was done: the day counts neither for nor against, also where a day without a record would be a miss.</summary>
public sealed record ExecutionLeftOpen(
    Guid PracticeId,
    Guid OutcomeId,
    [property: Personal] string? Note,
    DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Guid IPartOf.PartId => OutcomeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Note, "note") ?? Check.When(OccurredAt, now);
}

/// <summary>An outcome was recorded on the wrong day: it is true of this moment instead.</summary>
/// <param name="OccurredAt">When it really was.</param>
public sealed record OutcomeMoved(Guid PracticeId, Guid OutcomeId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Guid IPartOf.PartId => OutcomeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

/// <summary>An outcome was recorded in error; it stays in the history and leaves every figure.</summary>
public sealed record OutcomeRetracted(
    Guid PracticeId,
    Guid OutcomeId,
    [property: Personal] string? Reason,
    DateTimeOffset OccurredAt) : IPartOf
{
    Guid IJournalEvent.SubjectId => PracticeId;

    Guid IPartOf.PartId => OutcomeId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}
