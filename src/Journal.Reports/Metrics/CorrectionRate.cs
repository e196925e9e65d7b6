using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Work;

namespace Journal.Reports.Metrics;

/// <summary>Corrections per finished action (M9).</summary>
internal static class CorrectionRate
{
    public static readonly Rule Constant = new("correctionRate", 0.25, 0, 10, "Corrections per finished action from which on correction is constant.");

    /// <summary>Corrections of a period divided by the commitments and outcomes finished in it.</summary>
    /// <returns>Corrections per finished action, 0 or more; n is the number finished. Missing with fewer finished than the rules ask for.</returns>
    /// <remarks>What was corrected need not be what was finished then: a rate, not a share. Cost: linear. Source: M9.</remarks>
    public static Measure Of(WorkRecords work, Period period, IRules rules)
    {
        var corrections = work.Corrections.Where(period.Covers).ToList();
        List<Fact> finished =
        [
            .. work.Ended(period).Where(one => one.Ending.State == OutcomeState.Finished).Select(one => one.Commitment),
            .. work.Outcomes.Where(outcome => outcome.State == OutcomeState.Finished && period.Covers(outcome)),
        ];
        var events = corrections.Concat(finished).SelectMany(fact => fact.Events);
        return Measure.OfAtLeast(rules[Measure.Fewest], "finished commitments or outcomes", finished.Count, events, () => (double)corrections.Count / finished.Count);
    }
}
