using Journal.Analysis.Calibration;
using Journal.Reports.Facts;
using Journal.Reports.Figures;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>Decisions accelerate (C77): the median time to decide (M1) lies below the baseline's, and the Brier score of their confidences (M19) is no worse.</summary>
internal static class AcceleratedDecisions
{
    public static Sign Of(WorkRecords work, MarkerWindows windows, ReportSheet sheet)
    {
        var rules = work.View.Rules;
        var latency = windows.Measure("latency", "Median days to a decision, open ones included", "days", period => DecisionPace.Latency(work.Decisions, period, work.View.Last, rules), sheet);
        var brier = windows.Measure("brier", "Brier score of the confidences of decisions made", "0 to 1", period => Score(work, period), sheet);
        var faster = latency.Every((before, after) => after < before);
        var noWorse = brier.Every((before, after) => after <= before + rules.CalibrationMargin);
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
            $"Median days to a decision by window: {latency.Text}; Brier score: {brier.Text}{verdict}.",
            $"at least {rules.FewestRecords} decisions, and as many with a confidence and a reviewed outcome, in every window", latency.N, latency.Events.Concat(brier.Events));
    }

    private static Measure Score(WorkRecords work, Period period)
    {
        var scored = work.Decisions
            .Select(decision => (decision, Made: decision.Turns.LastOrDefault(turn => turn is { Kind: TurnKind.Made, Confidence: not null })))
            .Where(one => one.decision.CameTrue is not null && one.Made is not null && period.Covers(one.Made.At))
            .ToList();
        var events = scored.SelectMany(one => one.decision.Events);
        return scored.Count < work.View.Rules.FewestRecords
            ? Measure.Missing($"at least {work.View.Rules.FewestRecords} decisions with a confidence and a reviewed outcome", scored.Count, events)
            : Measure.Of(BrierScore.Of([.. scored.Select(one => one.Made!.Confidence!.Value)], [.. scored.Select(one => one.decision.CameTrue!.Value)]), scored.Count, events);
    }
}
