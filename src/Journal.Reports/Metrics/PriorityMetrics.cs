using Journal.Analysis.Patterns;
using Journal.Decisions;

namespace Journal.Reports.Metrics;

/// <summary>How much what matters most changes from one ranking to the next (M8).</summary>
public static class PriorityMetrics
{
    /// <summary>M8: mean Kendall distance of a ranking from the one before it.</summary>
    /// <param name="rankings">Rankings by valid time; only those of the same aim are compared, over the items they share.</param>
    /// <returns>Pairs in opposite order per step; n counts steps. A,B,C to C,B,A gives 3.</returns>
    public static Measure Churn(IReadOnlyList<RankingFact> rankings)
    {
        var steps = Steps(rankings);
        return steps.Count == 0
            ? Measure.Missing("at least 2 rankings that share 2 items", rankings.Count, rankings.SelectMany(ranking => ranking.Events))
            : Measure.Of(steps.Average(step => step.Moved), steps.Count, steps.SelectMany(step => step.Events));
    }

    /// <summary>Every ranking after the first of its aim: how far from the one before, and how far from the first (C125, C126).</summary>
    public static IReadOnlyList<RankingStep> Steps(IReadOnlyList<RankingFact> rankings) =>
    [
        .. rankings.GroupBy(ranking => ranking.AimId)
            .SelectMany(aim => aim.Skip(1).Zip(aim, (after, before) => Step(aim.First(), before, after)))
            .OfType<RankingStep>()
            .OrderBy(step => step.Ranking.OccurredAt).ThenBy(step => step.Ranking.Id),
    ];

    private static RankingStep? Step(RankingFact first, RankingFact before, RankingFact after) =>
        Distance(before, after) is { } moved ? new(after, moved, Distance(first, after), [.. first.Events, .. before.Events, .. after.Events]) : null;

    private static int? Distance(RankingFact before, RankingFact after)
    {
        var places = before.Items.Select((item, rank) => (item, rank)).DistinctBy(one => one.item, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(one => one.item, one => one.rank, StringComparer.OrdinalIgnoreCase);
        var shared = after.Items.Distinct(StringComparer.OrdinalIgnoreCase).Where(places.ContainsKey).ToList();
        return shared.Count < 2 ? null : KendallDistance.Between([.. shared.Select(item => places[item])], [.. Enumerable.Range(0, shared.Count)]);
    }
}

/// <param name="Moved">Kendall distance from the ranking before.</param>
/// <param name="Drift">Kendall distance from the first ranking of the aim; null when they share fewer than 2 items.</param>
/// <param name="Events">Events of the three rankings.</param>
public sealed record RankingStep(RankingFact Ranking, int Moved, int? Drift, IReadOnlyList<Guid> Events);
