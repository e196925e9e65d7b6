using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>Energy stabilises (C78, M17): its standard deviation lies below the baseline's and its mean is not lower. Flat and low is not stable.</summary>
internal static class StableEnergy
{
    public static readonly Rule EnergyMargin = new("energyMargin", 0.25, 0, 6, "By how many points of 7 mean energy may lie lower and still count as not lower.");

    public static Sign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var spread = windows.Measure("energy.spread", "Standard deviation of energy", "points", period => StateMetrics.Deviation([.. work.States.Where(period.Covers)], state => state.Energy, rules), builder);
        var mean = windows.Measure("energy.mean", "Mean energy", "1 to 7", period => StateMetrics.Mean([.. work.States.Where(period.Covers)], state => state.Energy, null, rules), builder);
        var steadier = spread.Every((before, after) => after < before);
        var notLower = mean.Every((before, after) => after >= before - rules[EnergyMargin]);
        var verdict = (steadier, notLower) switch
        {
            (true, false) => ": steadier but lower, which is not stable",
            (true, true) => ": steadier, and not lower",
            (false, _) => ": not steadier in every window",
            _ => "",
        };
        return Sign.Of(
            "energyStabilises", "energy stabilises", Across.All([steadier, notLower]),
            $"Spread of energy by window: {spread.Sentence}; mean: {mean.Sentence}{verdict}.",
            $"at least {rules[Measure.Fewest]} samples of energy in every window", spread.N, spread.Events);
    }
}
