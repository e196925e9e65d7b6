using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Metrics;

/// <summary>Something that was meant to start at a time that has come.</summary>
/// <param name="StartedAt">Null when it was not started by the last moment that is known.</param>
/// <param name="SeenUntil">Up to when it could have started; what was missed never did, so it waits to the end.</param>
internal sealed record PlannedStart(DateTimeOffset PlannedAt, DateTimeOffset? StartedAt, DateTimeOffset SeenUntil, Fact Fact)
{
    /// <summary>Minutes from plan to start, or waited so far; 0 for what began early.</summary>
    public double Minutes => Math.Max(0, ((StartedAt ?? SeenUntil) - PlannedAt).TotalMinutes);

    public Wait Wait => new(Minutes, StartedAt is not null, Fact);

    /// <summary>What was excused before it began, and what was finished without a recorded start, says nothing of delays.</summary>
    public static IReadOnlyList<PlannedStart> Of(IReadOnlyList<CommitmentFact> commitments, IReadOnlyList<OutcomeFact> outcomes, DateTimeOffset end) =>
    [
        .. commitments.Where(one => one.StartedAt is not null || one.Ending?.State is null or OutcomeState.Missed).SelectMany(one => Of(one, end)),
        .. outcomes.Where(one => one.StartedAt is not null || one.State == OutcomeState.Missed).SelectMany(one => Of(one.PlannedAt, one.StartedAt, end, end, one)),
    ];

    private static IEnumerable<PlannedStart> Of(CommitmentFact commitment, DateTimeOffset end) =>
        Of(commitment.PlannedAt, commitment.StartedAt, AbandonedAt(commitment) ?? end, end, commitment);

    private static IEnumerable<PlannedStart> Of(DateTimeOffset? planned, DateTimeOffset? started, DateTimeOffset seen, DateTimeOffset end, Fact fact) =>
        planned is { } plan && (started is not null || plan <= end) ? [new(plan, started, seen, fact)] : [];

    /// <summary>When it was given up before an ending was recorded.</summary>
    internal static DateTimeOffset? AbandonedAt(CommitmentFact commitment) =>
        commitment.Reframes.FirstOrDefault(reframe => reframe.Reframing == Reframing.Abandon)?.At;
}
