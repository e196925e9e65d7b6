using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>Decisions accelerate (C77): the median time to decide (M1) lies below the baseline's, and the Brier score of their confidences (M19) is no worse.</summary>
internal static class AcceleratedDecisions
{
    public static Sign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var latency = windows.Measure("latency", "Median days to a decision, open ones included", "days", period => DecisionPace.Latency(work.Decisions, period, work.View.Last, rules), builder);
        var brier = windows.Measure("brier", "Brier score of the confidences of decisions made", "0 to 1", period => Score(work, period), builder);
        var faster = latency.Every((before, after) => after < before);
        var noWorse = brier.Every((before, after) => after <= before + rules[CalibrationMetrics.CalibrationMargin]);
        var verdict = (faster, noWorse) switch
        {
            (true, false) => ": faster but worse calibrated, not accepted",
            (true, null) => ": faster; whether as well calibrated is not known",
            (true, true) => ": faster, and no worse calibrated",
            (false, _) => ": not faster in every window",
            _ => "",
        };
        return Sign.Of(
            "decisionsAccelerate", "decisions accelerate", Across.All([faster, noWorse]),
            $"Median days to a decision by window: {latency.Sentence}; Brier score: {brier.Sentence}{verdict}.",
            $"at least {rules[Measure.Fewest]} decisions, and as many with a confidence and a reviewed outcome, in every window", latency.N, latency.Events.Concat(brier.Events));
    }

    private static Measure Score(WorkRecords work, Period period) =>
        CalibrationMetrics.Brier([.. CalibrationMetrics.Forecasts(work.Decisions, []).Where(forecast => period.Covers(forecast.At))], work.View);
}
