namespace Journal.Domain.Execution;

/// <summary>The least of a practice that the person means to keep, whatever happens.</summary>
/// <param name="Floor">Adherence of a week, 0 to 1.</param>
/// <param name="NonNegotiable">Whether it holds without exception.</param>
public sealed record PracticeFloorSet(Guid PracticeId, double Floor, bool NonNegotiable, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;
}

/// <summary>The person says, later on, what an outcome came from.</summary>
/// <param name="NewFactNeeded">Whether something had to be found out first; null when the person did not say.</param>
public sealed record OutcomeCoded(Guid PracticeId, Guid OutcomeId, Cause Cause, bool? NewFactNeeded, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;
}
