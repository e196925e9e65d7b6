using Journal.Decisions;
using Journal.Reports.Causes;
using Journal.Reports.Metrics;

namespace Journal.Reports.Work;

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
