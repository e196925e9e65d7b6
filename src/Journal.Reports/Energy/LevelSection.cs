using Journal.Reports.Metrics;
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
        var events = mean.Events.Concat(later.Events);
        if ((mean.Value, later.Value, spread.Value, laterSpread.Value) is not ({ } level, { } now, { } wide, { } narrow))
        {
            builder.Insufficient("energyStabilises", $"at least {scope.Rules.Fewest} ratings of energy in each half of the window", mean.N + later.N, events);
            return;
        }

        var figures = $"mean {Phrase.Number(level)} and spread {Phrase.Number(wide)} in the first half of the window, mean {Phrase.Number(now)} and spread {Phrase.Number(narrow)} in the second";
        if (narrow >= wide * (1 - scope.Rules.Difference))
        {
            builder.NotFound("energyStabilises", $"Energy does not clearly vary less: {figures}.", mean.N + later.N, events);
        }
        else if (now < level || now <= scope.Rules.LowRating)
        {
            builder.NotFound("energyStabilises", $"Energy varies less at a {(now < level ? "lower" : "low")} level, which is not counted as stable: {figures}.", mean.N + later.N, events);
        }
        else
        {
            builder.Found("energyStabilises", $"Energy varies less and is no lower: {figures}.", mean.N + later.N, events);
        }
    }

    private static Measure Mean(List<StateFact> samples, Scope scope) => StateMetrics.Mean(samples, sample => sample.Energy, null, scope.Rules);

    private static Measure Spread(List<StateFact> samples, Scope scope) => StateMetrics.Deviation(samples, sample => sample.Energy, scope.Rules);
}
