using Journal.Decisions;
using Journal.Interpretations;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>How decisions are made: how fast, how often gone over, against which standards, how well foreseen, and what is left aside.</summary>
public static class DecisionsReport
{
    public static ReportKind Kind { get; } = new(
        "decisions",
        "How long decisions take, what they are gone over for, how they keep to their standards, and what goes without a decision.",
        Write)
    {
        Question = "How long do decisions take?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        LatencySection.Write(scope, builder);
        StandardSection.Write(scope, builder);
        AnalysisSection.Write(scope, builder);
        ReactiveSection.Write(scope, builder);
        CalibrationSection.Write(scope, builder);
        PrioritySection.Write(scope, builder);
        ReadingSection.Write(scope, builder);
        SignalSection.Write(scope, builder);
        FloorSection.Write(scope, builder);
        LoopSection.Write(scope, builder);
    }
}

/// <summary>How long decisions take, over all and by class (M1, C121).</summary>
internal static class LatencySection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add("latency.median", "Time to a decision: by then half are made, open ones counted as waiting", "hours", DecisionMetrics.Latency(scope.Decisions, scope.End, scope.Rules));
        builder.Add("open", "Decisions opened in the window and still open", "count", Open(scope));
        builder.Add(new Table("latency.classes", "Time to a decision by class", ["class", "decisions", "open", "medianHours"], [.. Classes(scope)]));
    }

    private static Measure Open(Scope scope)
    {
        var open = scope.Decisions.Where(decision => decision.Closed is null).ToList();
        return scope.Decisions.Count == 0
            ? Measure.Missing("decisions opened in the window")
            : Measure.Of(open.Count, scope.Decisions.Count, open.SelectMany(decision => decision.Events));
    }

    private static IEnumerable<Row> Classes(Scope scope) => scope.Decisions
        .GroupBy(decision => decision.Class?.ToLowerInvariant())
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Row(group.Key, [.. group], scope));

    private static Row Row(string? name, IReadOnlyList<DecisionFact> decisions, Scope scope) => new(
        [
            name,
            Text.Cell(decisions.Count),
            Text.Cell(decisions.Count(decision => decision.Closed is null)),
            Text.Cell(DecisionMetrics.Latency(decisions, scope.End, scope.Rules).Value),
        ],
        null,
        [.. decisions.SelectMany(decision => decision.Events)]);
}

/// <summary>How what happens is read: interpretations by kind, and how many of them speak for acting (C120).</summary>
internal static class ReadingSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var readings = scope.Within<InterpretationFact>().Where(one => scope.Serves(one.AimId)).ToList();
        builder.Add(
            "readings.supporting",
            "Interpretations that speak for acting on the aim",
            "share",
            Measure.Share([.. readings.Where(one => one.Supports is not null)], one => one.Supports == true, "interpretations that say whether they support the aim", scope.Rules));
        builder.Add(new Table(
            "readings.kinds",
            "Interpretations by kind",
            ["kind", "interpretations", "supporting", "against", "notSaid"],
            [.. readings.GroupBy(one => one.Reading).OrderBy(group => group.Key).Select(group => new Row(
                [
                    Text.Word(group.Key),
                    Text.Cell(group.Count()),
                    Text.Cell(group.Count(one => one.Supports == true)),
                    Text.Cell(group.Count(one => one.Supports == false)),
                    Text.Cell(group.Count(one => one.Supports is null)),
                ],
                null,
                [.. group.SelectMany(one => one.Events)]))]));
    }
}

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
