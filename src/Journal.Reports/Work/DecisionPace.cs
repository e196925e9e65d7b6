using Journal.Analysis.Survival;
using Journal.Domain.Rules;
using Journal.Reports.Facts;
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
    public static Measure Latency(IEnumerable<DecisionFact> decisions, Period opened, DateOnly last, RuleSet rules)
    {
        var chosen = decisions.Where(opened.Covers).ToList();
        var events = chosen.SelectMany(decision => decision.Events);
        if (chosen.Count < rules.FewestRecords)
        {
            return Measure.Missing($"at least {rules.FewestRecords} decisions", chosen.Count, events);
        }

        var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var curve = KaplanMeier.Of(
            [.. chosen.Select(decision => Math.Max(0, ((decision.FirstMadeAt ?? decision.Closed?.At)?.Subtract(decision.OccurredAt) ?? end - decision.OccurredAt.DateTime).TotalDays))],
            [.. chosen.Select(decision => decision.FirstMadeAt is not null)]);
        return curve.Median is { } median
            ? Measure.Of(median, chosen.Count, events, curve is { Low: { } low, High: { } high } ? new(low, high, 0.95) : null)
            : Measure.Missing("half of the decisions made", chosen.Count, events);
    }

    /// <summary>Mean reviews of a decision that brought no new fact.</summary>
    public static Measure Passes(IEnumerable<DecisionFact> decisions, Period opened, RuleSet rules)
    {
        var chosen = decisions.Where(opened.Covers).ToList();
        var events = chosen.SelectMany(decision => decision.Events);
        return chosen.Count < rules.FewestRecords
            ? Measure.Missing($"at least {rules.FewestRecords} decisions", chosen.Count, events)
            : Measure.Of(chosen.Average(decision => (double)decision.Reviews.Count(review => !review.NewFact)), chosen.Count, events);
    }
}
