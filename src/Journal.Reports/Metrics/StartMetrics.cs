using Journal.Commitments;
using Journal.Facts;
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
