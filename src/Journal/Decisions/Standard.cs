using Journal.Recording;

namespace Journal.Decisions;

/// <summary>From here on, decisions of a class are meant to be made within so many hours. A later standard for the class takes its place.</summary>
/// <param name="Class">The class, compared without case; null for every decision that has none of its own.</param>
public sealed record DecisionStandardSet(Guid StandardId, [property: Personal] string? Class, double Hours, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => StandardId;
}

/// <param name="Items">What matters, the first most; compared without case from one ranking to the next.</param>
public sealed record PrioritiesRanked(Guid RankingId, [property: Personal] IReadOnlyList<string> Items, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => RankingId;
}
