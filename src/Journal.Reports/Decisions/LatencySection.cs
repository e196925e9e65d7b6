using Journal.Decisions;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

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
