using Journal.Decisions;
using Journal.Facts;
using Journal.Reports.Causes;

namespace Journal.Reports.Metrics;

/// <summary>How long decisions take, how often they are gone over, and how often they come back (M1 to M3).</summary>
public static class DecisionMetrics
{
    public static readonly WholeRule ManyPasses = new("passes", 3, 1, 100, "Reviews in a row without a new fact that count in full against thinking, and make a decision over-analysed.");

    /// <summary>M1: hours from opening to the first time it was made, as the Kaplan-Meier median with its 95 % interval.</summary>
    /// <param name="decisions">Decisions; what is open is censored at <paramref name="end"/>, what was dropped unmade at the drop.</param>
    /// <param name="end">The last moment that is known.</param>
    /// <returns>Hours; n counts decisions, open ones included.</returns>
    public static Measure Latency(IReadOnlyList<DecisionFact> decisions, DateTimeOffset end, IRules rules) =>
        Wait.Median([.. decisions.Select(decision => WaitOf(decision, end))], "decisions", rules);

    /// <summary>M2: mean number of passes of a decision.</summary>
    /// <returns>Reviews; n counts decisions.</returns>
    public static Measure Passes(IReadOnlyList<DecisionFact> decisions, IRules rules) =>
        Measure.Mean([.. decisions.Select(decision => ((double)PassesOf(decision), (Fact)decision))], "decisions", rules);

    /// <summary>M2 of one decision: the reviews since the last one that brought a new fact. One new fact sets it back to 0.</summary>
    public static int PassesOf(DecisionFact decision) => PassesOf(decision, DateTimeOffset.MaxValue);

    /// <summary>M2 of one decision as it stood at a moment.</summary>
    internal static int PassesOf(DecisionFact decision, DateTimeOffset until) =>
        decision.Reviews.Reverse().SkipWhile(review => review.At > until).TakeWhile(review => !review.NewFact).Count();

    /// <summary>M3: how often a decision that was made is opened again.</summary>
    /// <returns>Reopenings per made decision; n counts made decisions.</returns>
    public static Measure Reopenings(IReadOnlyList<DecisionFact> decisions, IRules rules) =>
        Measure.Mean(
            [.. decisions.Where(decision => decision.FirstMadeAt is not null).Select(decision => ((double)decision.Reopenings, (Fact)decision))],
            "decisions that were made",
            rules);

    /// <summary>When its first waiting ended: made, dropped unmade, or still open at the end.</summary>
    internal static DateTimeOffset Until(DecisionFact decision, DateTimeOffset end) => decision.FirstMadeAt ?? decision.Closed?.At ?? end;

    internal static Wait WaitOf(DecisionFact decision, DateTimeOffset end) =>
        Wait.For(Until(decision, end) - decision.OccurredAt, time => time.TotalHours, decision.FirstMadeAt is not null, decision);
}

/// <summary>How long the decisions of a period take, those still open included.</summary>
internal static class DecisionPace
{
    /// <summary>Median days from opening to the first choice, by Kaplan and Meier: one still open by the last day seen, or dropped, waited at least that long.</summary>
    /// <param name="decisions">Of any time.</param>
    /// <param name="opened">When they were opened.</param>
    /// <param name="last">The last day that is known.</param>
    /// <param name="rules">How many decisions there must be.</param>
    public static Measure Latency(IEnumerable<DecisionFact> decisions, Period opened, DateOnly last, IRules rules) => Wait.Median(
        [
            .. decisions.Where(opened.Covers).Select(decision => Wait.For(
                DecisionMetrics.Until(decision, last.EndLike(decision.OccurredAt)) - decision.OccurredAt, time => time.TotalDays, decision.FirstMadeAt is not null, decision)),
        ],
        "decisions",
        rules);

    /// <summary>Mean passes of a decision (M2).</summary>
    public static Measure Passes(IEnumerable<DecisionFact> decisions, Period opened, IRules rules) =>
        DecisionMetrics.Passes([.. decisions.Where(opened.Covers)], rules);
}
