using Journal.Decisions;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>What matters most, and how much that moves (M8, C39, C119, C125, C126).</summary>
internal static class PrioritySection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var rankings = scope.Within<RankingFact>().Where(ranking => scope.Serves(ranking.AimId)).ToList();
        var steps = PriorityMetrics.Steps(rankings);
        var churn = PriorityMetrics.Churn(rankings);
        builder.Add("priorities.churn", "Pairs of priorities that changed places from one ranking to the next", "pairs", churn);
        builder.Add(
            "priorities.drift",
            "Pairs that stand otherwise than in the first ranking",
            "pairs",
            steps.LastOrDefault(step => step.Drift is not null) is { } last ? Measure.Of(last.Drift!.Value, steps.Count, last.Events) : churn);
        builder.Add(new Table(
            "priorities.steps",
            "Rankings one after another",
            ["rankedAt", "first", "moved", "drift"],
            [.. steps.Select(step => new Row(
                [Text.Cell(step.Ranking.OccurredAt), step.Ranking.Items.Count > 0 ? step.Ranking.Items[0] : null, Text.Cell(step.Moved), Text.Cell(step.Drift)],
                step.Ranking.Id,
                [.. step.Events.Distinct()]))]));
    }
}
