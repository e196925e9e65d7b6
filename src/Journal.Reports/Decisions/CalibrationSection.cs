using Journal.Beliefs;
using Journal.Decisions;
using Journal.Facts;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>How good stated confidences are (M19), and whether decisions became faster at no cost to that (C77).</summary>
internal static class CalibrationSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var forecasts = CalibrationMetrics.Forecasts(
                [.. scope.Facts.Of<DecisionFact>().Where(decision => scope.Serves(decision.AimId))],
                [.. scope.Facts.Of<BeliefFact>().Where(belief => scope.Serves(belief.AimId))])
            .Where(forecast => scope.Covers(forecast.At))
            .ToList();
        builder.Add("calibration.brier", "Brier score of stated confidences: 0 is always right, 0.25 is a coin", "score", CalibrationMetrics.Brier(forecasts, scope.Rules));
        builder.Add(new Table(
            "calibration.bins",
            "What was stated and what came true",
            ["from", "to", "forecasts", "stated", "cameTrue"],
            [.. CalibrationMetrics.Bins(forecasts).Select(bin => new Row(
                [Text.Cell(bin.From), Text.Cell(bin.To), Text.Cell(bin.Count), Text.Cell(bin.Stated), Text.Cell(bin.Observed)],
                null,
                [.. forecasts.Where(one => one.Stated >= bin.From && (one.Stated < bin.To || bin.To >= 1)).SelectMany(one => one.Events).Distinct()]))]));
        Accelerate(scope, builder, forecasts);
    }

    private static void Accelerate(Scope scope, ReportBuilder builder, List<Forecast> forecasts)
    {
        var (before, after) = (Latency(scope, late: false), Latency(scope, late: true));
        var (scored, rescored) = (Brier(scope, forecasts, late: false), Brier(scope, forecasts, late: true));
        var all = Measure.All("decisions and confidences with a known outcome in both halves of the window", before, after, scored, rescored);
        var figures = $"median {Text.Number(before.Value)} hours in the first half of the window and {Text.Number(after.Value)} in the second; Brier score {Text.Number(scored.Value)} and {Text.Number(rescored.Value)}";
        var faster = after.Value < before.Value * (1 - scope.Rules[Comparison.Difference]);
        var worse = rescored.Value > scored.Value + scope.Rules[CalibrationMetrics.CalibrationMargin];
        builder.Judge(
            "accelerated",
            all with { N = before.N + after.N },
            faster && !worse,
            $"Decisions became faster and no less well calibrated: {figures}.",
            $"{(faster ? "Faster but worse calibrated, which is not counted as acceleration" : "Decisions did not become faster")}: {figures}.");
    }

    private static Measure Latency(Scope scope, bool late) =>
        DecisionMetrics.Latency([.. scope.Decisions.Where(decision => decision.Day >= scope.Middle == late)], scope.End, scope.Rules);

    private static Measure Brier(Scope scope, List<Forecast> forecasts, bool late) =>
        CalibrationMetrics.Brier([.. forecasts.Where(forecast => DateOnly.FromDateTime(forecast.At.DateTime) >= scope.Middle == late)], scope.Rules);
}

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
