using Journal.Reports.Metrics;
using Journal.Reports.Work;
using Journal.States;

namespace Journal.Reports.Energy;

/// <summary>Level and spread of energy (M17), and whether it steadies without sinking (C78).</summary>
internal static class LevelSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add("energy.mean", "Energy", "points", StateMetrics.Mean(scope.Samples, sample => sample.Energy, null, scope.Rules));
        builder.Add("energy.sd", "Spread of energy", "points", StateMetrics.Deviation(scope.Samples, sample => sample.Energy, scope.Rules));
        var first = scope.Samples.Where(sample => sample.Day < scope.Middle).ToList();
        var second = scope.Samples.Where(sample => sample.Day >= scope.Middle).ToList();
        var (mean, later) = (Mean(first, scope), Mean(second, scope));
        var (spread, laterSpread) = (Spread(first, scope), Spread(second, scope));
        var all = Measure.All($"at least {scope.Rules[Measure.Fewest]} ratings of energy in each half of the window", mean, later, spread, laterSpread);
        var figures = $"mean {Text.Number(mean.Value)} and spread {Text.Number(spread.Value)} in the first half of the window, mean {Text.Number(later.Value)} and spread {Text.Number(laterSpread.Value)} in the second";
        var steadier = laterSpread.Value < spread.Value * (1 - scope.Rules[Comparison.Difference]);
        var lower = later.Value < mean.Value;
        builder.Judge(
            "energyStabilises",
            all with { N = mean.N + later.N },
            steadier && !lower && later.Value > scope.Rules[StateMetrics.LowRating],
            $"Energy varies less and is no lower: {figures}.",
            steadier ? $"Energy varies less at a {(lower ? "lower" : "low")} level, which is not counted as stable: {figures}." : $"Energy does not clearly vary less: {figures}.");
    }

    private static Measure Mean(List<StateFact> samples, Scope scope) => StateMetrics.Mean(samples, sample => sample.Energy, null, scope.Rules);

    private static Measure Spread(List<StateFact> samples, Scope scope) => StateMetrics.Deviation(samples, sample => sample.Energy, scope.Rules);
}
