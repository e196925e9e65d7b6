using Journal.Beliefs;
using Journal.Decisions;
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
                [Phrase.Cell(bin.From), Phrase.Cell(bin.To), Phrase.Cell(bin.Count), Phrase.Cell(bin.Stated), Phrase.Cell(bin.Observed)],
                null,
                [.. forecasts.Where(one => one.Stated >= bin.From && (one.Stated < bin.To || bin.To >= 1)).SelectMany(one => one.Events).Distinct()]))]));
        Accelerate(scope, builder, forecasts);
    }

    private static void Accelerate(Scope scope, ReportBuilder builder, List<Forecast> forecasts)
    {
        var (before, after) = (Latency(scope, late: false), Latency(scope, late: true));
        var (scored, rescored) = (Brier(scope, forecasts, late: false), Brier(scope, forecasts, late: true));
        Guid[] events = [.. before.Events, .. after.Events, .. scored.Events, .. rescored.Events];
        var n = before.N + after.N;
        if ((before.Value, after.Value, scored.Value, rescored.Value) is not ({ } slow, { } fast, { } first, { } second))
        {
            builder.Insufficient("accelerated", "decisions and confidences with a known outcome in both halves of the window", n, events);
            return;
        }

        var figures = $"median {Phrase.Number(slow)} hours in the first half of the window and {Phrase.Number(fast)} in the second; Brier score {Phrase.Number(first)} and {Phrase.Number(second)}";
        var faster = fast < slow * (1 - scope.Rules.Difference);
        var worse = second > first + scope.Rules.CalibrationMargin;
        if (faster && !worse)
        {
            builder.Found("accelerated", $"Decisions became faster and no less well calibrated: {figures}.", n, events);
        }
        else
        {
            builder.NotFound("accelerated", $"{(faster ? "Faster but worse calibrated, which is not counted as acceleration" : "Decisions did not become faster")}: {figures}.", n, events);
        }
    }

    private static Measure Latency(Scope scope, bool late) =>
        DecisionMetrics.Latency([.. scope.Decisions.Where(decision => decision.Day >= scope.Middle == late)], scope.End, scope.Rules);

    private static Measure Brier(Scope scope, List<Forecast> forecasts, bool late) =>
        CalibrationMetrics.Brier([.. forecasts.Where(forecast => DateOnly.FromDateTime(forecast.At.DateTime) >= scope.Middle == late)], scope.Rules);
}
