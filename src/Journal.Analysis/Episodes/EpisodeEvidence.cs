namespace Journal.Analysis.Episodes;

/// <summary>How strongly the days of one episode speak for it.</summary>
internal static class EpisodeEvidence
{
    /// <summary>Posterior probability against a baseline that stays, with the price of an episode as prior odds.</summary>
    public static double Probability(FittedEpisode e, EpisodeFit fit)
    {
        double with = 0, without = 0;
        for (var t = e.Onset; t < Math.Min(e.Back, fit.Clean.Length); t++)
        {
            var flat = e.Kind == EpisodeKind.Cycle ? e.Before + (e.After - e.Before) * (t - e.Onset) / (e.Back - e.Onset) : e.Before;
            with += Cost(fit, t, Level(e, t));
            without += Cost(fit, t, flat);
        }
        return 1 / (1 + Math.Exp(-(without - with - fit.Costs.Cycle) / 2));
    }

    private static double Level(FittedEpisode e, int t) =>
        t < e.Peak ? e.Before + (e.Top - e.Before) * (t - e.Onset) / (e.Peak - e.Onset)
        : t < e.Erosion ? e.Top
        : e.Top + (e.After - e.Top) * (t - e.Erosion) / (e.Back - e.Erosion);

    /// <summary>What one day costs on a level; 0 where it is missing.</summary>
    public static double Cost(EpisodeFit fit, int t, double level)
    {
        if (fit.Weights[t] == 0) return 0;
        var off = Math.Max(0, Math.Abs(fit.Clean[t] - level) - fit.Costs.Blind);
        return Math.Min(fit.Weights[t] * off * off, fit.Costs.Cap);
    }
}
