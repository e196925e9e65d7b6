using Journal.Decisions;
using Journal.Facts;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Decisions;

/// <summary>Whether going round in loops became less: reviews without a new fact and reopenings, half of the window against half (C165).</summary>
internal static class LoopSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var (first, second) = (Loops(scope, late: false), Loops(scope, late: true));
        builder.Add("loops", "Reviews without a new fact and reopenings, a decision opened in the first half of the window", "count", first, from: scope.First, to: scope.Middle.AddDays(-1));
        builder.Add("loops", "Reviews without a new fact and reopenings, a decision opened in the second half of the window", "count", second, from: scope.Middle, to: scope.Last);
        var figures = $"{Text.Number(first.Value)} a decision in the first half of the window, {Text.Number(second.Value)} in the second";
        builder.Judge(
            "loopsRemoved",
            Measure.All($"{scope.Rules[Measure.Fewest]} decisions opened in each half of the window", first, second),
            second.Value < first.Value * (1 - scope.Rules[Comparison.Difference]),
            $"Reviews without a new fact and reopenings became fewer: {figures}.",
            $"Reviews without a new fact and reopenings did not become fewer: {figures}.",
            null,
            [.. StillOpen(scope)]);
    }

    // A decision that is still open may yet be gone over.
    private static IEnumerable<string> StillOpen(Scope scope) =>
        scope.Decisions.Count(decision => decision.Closed is null && decision.Day >= scope.Middle) is > 0 and var open
            ? [$"{Text.Count(open, "decision")} of the second half {(open == 1 ? "is" : "are")} still open"] : [];

    private static Measure Loops(Scope scope, bool late) => Measure.Mean(
        [.. scope.Decisions.Where(decision => decision.Day >= scope.Middle == late).Select(decision => (Rounds(decision), (Fact)decision))],
        "decisions",
        scope.Rules);

    private static double Rounds(DecisionFact decision) => decision.Reviews.Count(review => !review.NewFact) + decision.Reopenings;
}
