using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Execution;

/// <summary>Whether what was clear was done (C1), and whether clarity makes a difference (C2).</summary>
internal static class ClaritySection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var rated = FinishMetrics.Judged(scope.Due, scope.End, scope.Rules).Where(one => one.Clarity is not null).ToList();
        var clear = FinishMetrics.Done([.. rated.Where(one => one.Clarity >= scope.Rules[FinishMetrics.ClearRating])], scope.End, scope.Rules);
        var unclear = FinishMetrics.Done([.. rated.Where(one => one.Clarity < scope.Rules[FinishMetrics.ClearRating])], scope.End, scope.Rules);
        builder.Add("clear.done", $"Commitments rated clear ({scope.Rules[FinishMetrics.ClearRating]} or more of 7) that were done", "share", clear);
        builder.Add("clear.gap", "What was clear and was not done", "share", clear.Value is { } done ? clear with { Value = 1 - done } : clear);
        builder.Add("unclear.done", "Commitments rated less clear that were done", "share", unclear);
        Compare(scope, builder, clear, unclear);
    }

    private static void Compare(Scope scope, ReportBuilder builder, Measure clear, Measure unclear)
    {
        var figures = $"{Text.Percent(clear.Value)} of what was clear was done, and {Text.Percent(unclear.Value)} of what was less clear";
        var differ = Math.Abs(clear.Value - unclear.Value ?? 0) > scope.Rules[Comparison.Difference];
        builder.Judge(
            "clarityExplains",
            Measure.All($"at least {scope.Rules[Measure.Fewest]} due commitments rated clear and as many rated less clear", clear, unclear),
            differ && clear.Value > unclear.Value,
            $"What was clear was done more often: {figures}.",
            differ ? $"What was less clear was done more often: {figures}." : $"Clarity does not explain this: {figures}.");
    }
}
