using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>No constant self-correction (C80): corrections per finished action (M9) lie below the baseline's, or are none.</summary>
internal static class FallingCorrections
{
    public static Sign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var rate = windows.Measure("corrections", "Corrections per finished action", "per action", period => CorrectionRate.Of(work, period, rules), builder);
        return Sign.Of(
            "correctionsFall", "corrections fall", rate.Every((before, after) => after < before || after == 0),
            $"Corrections per finished action by window: {rate.Sentence}.",
            $"at least {rules[Measure.Fewest]} finished actions in every window", rate.N, rate.Events);
    }
}
