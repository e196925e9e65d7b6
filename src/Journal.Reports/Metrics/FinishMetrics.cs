using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Metrics;

/// <summary>Whether what was begun is finished (M5), and how often it is changed on the way (M15).</summary>
public static class FinishMetrics
{
    public static readonly Rule GraceDays = new("graceDays", 3, 0, 366, "Days, 0 to 366, after its due time before a commitment counts as judged.");
    public static readonly WholeRule ClearRating = new("clearRating", 4, 1, 7, "Clarity of a commitment, 1 to 7, from which it counts as clear what to do.");

    /// <summary>M5: share of what was started and is past its due time and the grace that was finished.</summary>
    /// <param name="commitments">Commitments; due at their due time, else at their plan. Without either, without a recorded start, or excused: left out.</param>
    /// <param name="outcomes">Outcomes of practices with a recorded start; due at their plan, else when they were recorded.</param>
    /// <param name="end">The last moment that is known.</param>
    /// <returns>0 to 1; n counts starts past due and grace. 8 started, 5 done, 1 still in its grace gives 5/7.</returns>
    public static Measure FinishRatio(IReadOnlyList<CommitmentFact> commitments, IReadOnlyList<OutcomeFact> outcomes, DateTimeOffset end, IRules rules)
    {
        var started = commitments
            .Where(one => one.StartedAt is not null && one.Ending?.State != OutcomeState.Skipped && Past(DueAt(one), end, rules))
            .Select(one => (one.Ending?.State == OutcomeState.Finished ? 1.0 : 0, (Fact)one))
            .Concat(outcomes
                .Where(one => one.StartedAt is not null && one.State != OutcomeState.Skipped && Past(one.PlannedAt ?? one.OccurredAt, end, rules))
                .Select(one => (one.State == OutcomeState.Finished ? 1.0 : 0, (Fact)one)));
        return Measure.Mean([.. started], "starts past their due time", rules);
    }

    /// <summary>Share of the commitments past due and grace that were finished, started or not; excused ones are left out.</summary>
    /// <returns>0 to 1; n counts commitments.</returns>
    public static Measure Done(IReadOnlyList<CommitmentFact> commitments, DateTimeOffset end, IRules rules) =>
        Measure.Share(Judged(commitments, end, rules), one => one.Ending?.State == OutcomeState.Finished, "commitments past their due time", rules);

    /// <summary>M15: how often a commitment that came due was postponed, shrunk, rescoped, relabelled or abandoned.</summary>
    /// <returns>Reframes per commitment; n counts commitments whose due time has come.</returns>
    public static Measure Reframes(IReadOnlyList<CommitmentFact> commitments, DateTimeOffset end, IRules rules) =>
        Measure.Mean(
            [.. commitments.Where(one => DueAt(one) <= end).Select(one => ((double)one.Reframes.Count, (Fact)one))], "commitments that came due", rules);

    /// <summary>By when it was meant to be done; where that was not said, when it was meant to start.</summary>
    internal static DateTimeOffset? DueAt(CommitmentFact commitment) => commitment.DueAt ?? commitment.PlannedAt;

    internal static IReadOnlyList<CommitmentFact> Judged(IReadOnlyList<CommitmentFact> commitments, DateTimeOffset end, IRules rules) =>
        [.. commitments.Where(one => one.Ending?.State != OutcomeState.Skipped && Past(DueAt(one), end, rules))];

    private static bool Past(DateTimeOffset? due, DateTimeOffset end, IRules rules) => due?.AddDays(rules[GraceDays]) < end;
}
