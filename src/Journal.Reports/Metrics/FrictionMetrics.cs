using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Metrics;

/// <summary>How hard small actions are (M13).</summary>
public static class FrictionMetrics
{
    public static readonly Rule SmallMinutes = new("smallMinutes", 15, 1, 1440, "Minutes up to which an action is small.");
    public static readonly WholeRule HighEffort = new("highEffort", 5, 1, 7, "Effort, 1 to 7, from which an action was hard to do.");

    /// <summary>M13: mean effort of small actions.</summary>
    /// <param name="commitments">Finished ones with an effort count, when they were planned for no more than the rule smallMinutes, or, unplanned, took no more.</param>
    /// <param name="outcomes">Finished ones with an effort that took no more than that.</param>
    /// <returns>1 to 7; n counts rated small actions.</returns>
    public static Measure Friction(IReadOnlyList<CommitmentFact> commitments, IReadOnlyList<OutcomeFact> outcomes, IRules rules) =>
        Measure.Mean([.. Small(commitments, outcomes, rules)], "small actions with a rated effort", rules);

    internal static bool IsSmall(CommitmentFact commitment, IRules rules) => (commitment.PlannedMinutes ?? commitment.Ending?.Minutes) <= rules[SmallMinutes];

    internal static IReadOnlyList<(double Value, Fact Fact)> Small(IReadOnlyList<CommitmentFact> commitments, IReadOnlyList<OutcomeFact> outcomes, IRules rules) =>
    [
        .. commitments.Where(one => IsSmall(one, rules) && one.Ending?.Effort is not null).Select(one => ((double)one.Ending!.Effort!.Value, (Fact)one)),
        .. outcomes.Where(one => one.Minutes <= rules[SmallMinutes] && one.Effort is not null).Select(one => ((double)one.Effort!.Value, (Fact)one)),
    ];
}
