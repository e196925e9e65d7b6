using Journal.Commitments;
using Journal.Practices;

namespace Journal.Reports.Metrics;

/// <summary>Whether things begin when they were meant to (M4).</summary>
public static class StartMetrics
{
    public static readonly Rule OnTimeDays = new("onTimeDays", 0.5, 0, 366, "Days, 0 to 366, that a start may come after its plan and still be on time.");

    /// <summary>M4: minutes from the first plan to the start, as the Kaplan-Meier median with its 95 % interval.</summary>
    /// <param name="commitments">Commitments; those without a plan, not yet due, excused, or finished without a recorded start are left out.</param>
    /// <param name="outcomes">Outcomes of practices, under the same conditions.</param>
    /// <param name="end">The last moment that is known; what was never started is censored there, what was abandoned when it was.</param>
    /// <returns>Minutes; n counts planned starts, those that never came included.</returns>
    public static Measure OnsetDelay(IReadOnlyList<CommitmentFact> commitments, IReadOnlyList<OutcomeFact> outcomes, DateTimeOffset end, IRules rules) =>
        OnsetDelay(PlannedStart.Of(commitments, outcomes, end), rules);

    /// <summary>M4: share of planned starts that came no later than the rule onTimeDays allows.</summary>
    /// <returns>0 to 1; n counts planned starts that had come or were past that limit.</returns>
    public static Measure OnTime(IReadOnlyList<CommitmentFact> commitments, IReadOnlyList<OutcomeFact> outcomes, DateTimeOffset end, IRules rules)
    {
        var limit = rules[OnTimeDays] * 24 * 60;
        var judged = PlannedStart.Of(commitments, outcomes, end).Where(start => start.StartedAt is not null || start.Minutes > limit).ToList();
        return Measure.Mean(
            [.. judged.Select(start => (start.StartedAt is not null && start.Minutes <= limit ? 1.0 : 0, start.Fact))], "planned starts", rules);
    }

    internal static Measure OnsetDelay(IReadOnlyList<PlannedStart> starts, IRules rules) =>
        Wait.Median([.. starts.Select(start => start.Wait)], "planned starts", rules);
}
