using Journal.Reports.Figures;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>Energy stabilises (C78, M17): its standard deviation lies below the baseline's and its mean is not lower. Flat and low is not stable.</summary>
internal static class StableEnergy
{
    public static Sign Of(WorkRecords work, MarkerWindows windows, ReportSheet sheet)
    {
        var rules = work.View.Rules;
        var spread = windows.Measure("energy.spread", "Standard deviation of energy", "points", period => Of(work, period, Sample.Spread), sheet);
        var mean = windows.Measure("energy.mean", "Mean energy", "1 to 7", period => Of(work, period, Sample.Mean), sheet);
        var steadier = spread.Every((before, after) => after < before);
        var notLower = mean.Every((before, after) => after >= before - rules.EnergyMargin);
        var verdict = (steadier, notLower) switch
        {
            (true, false) => ": steadier but lower, which is not stable",
            (true, true) => ": steadier, and not lower",
            (false, _) => ": not steadier in every window",
            _ => "",
        };
        return Sign.Of(
            "energyStabilises", "energy stabilises", Across.All([steadier, notLower]),
            $"Spread of energy by window: {spread.Text}; mean: {mean.Text}{verdict}.",
            $"at least {rules.FewestRecords} samples of energy in every window", spread.N, spread.Events);
    }

    private static Measure Of(WorkRecords work, Period period, Func<IReadOnlyCollection<double>, double> of)
    {
        var samples = work.States.Where(state => state.Energy is not null && period.Covers(state)).ToList();
        var (fewest, events) = (Math.Max(2, work.View.Rules.FewestRecords), samples.SelectMany(sample => sample.Events));
        return samples.Count < fewest
            ? Measure.Missing($"at least {fewest} samples of energy", samples.Count, events)
            : Measure.Of(of([.. samples.Select(sample => (double)sample.Energy!.Value)]), samples.Count, events);
    }
}
