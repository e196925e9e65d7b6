using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>Continuation rather than enforcement (C76): the median of M16, from continuation (-3) to enforcement (+3), crosses 0 and stays below.</summary>
internal static class Continuation
{
    public static Sign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var medians = windows.Measure("enforcement", "Median from continuation (-3) to enforcement (+3)", "-3 to 3", Median, builder);
        var crossed = medians.Baseline.Value switch
        {
            null => "",
            >= 0 when medians.Windows[^1].Value < 0 => ", it crossed 0",
            < 0 when medians.Windows[^1].Value < 0 => ", it was below 0 before",
            _ => ", it did not cross 0",
        };
        return Sign.Of(
            "continuation", "continuation, not enforcement", medians.Every(value => value < 0),
            $"Enforcement by window: {medians.Sentence}{crossed}.",
            $"at least {rules[Measure.Fewest]} samples of enforcement in every window", medians.N, medians.Events);

        Measure Median(Period period) => StateMetrics.Enforcement([.. work.States.Where(period.Covers)], rules);
    }
}
