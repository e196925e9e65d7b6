namespace Journal.Analysis.Episodes;

/// <summary>Places the corners of fitted episodes at their posterior medians, which err less in days than the single best corner.</summary>
internal static class EpisodeDates
{
    private const int Around = 25, LongestRamp = 28;

    /// <summary>The same episodes with onset and peak, and erosion and back, moved within what lies between their neighbours.</summary>
    public static List<FittedEpisode> Refine(EpisodeFit fit)
    {
        var refined = new List<FittedEpisode>(fit.Episodes.Count);
        var weights = new double[2 * Around + 1];
        var ends = new double[2 * Around + LongestRamp + 2];
        for (var i = 0; i < fit.Episodes.Count; i++)
        {
            var e = fit.Episodes[i];
            var before = i == 0 ? 0 : LastCorner(refined[i - 1]);
            var after = i + 1 < fit.Episodes.Count ? fit.Episodes[i + 1].Onset : fit.Clean.Length;
            var (onset, peak) = Ramp(fit, e.Before, e.Top, e.Onset, before, e.Kind == EpisodeKind.Cycle ? e.Erosion - 1 : after, weights, ends);
            var (erosion, back) = e.Kind == EpisodeKind.Cycle && e.Back < fit.Clean.Length
                ? Ramp(fit, e.Top, e.After, e.Erosion, peak + 1, after, weights, ends)
                : (e.Erosion, e.Back);
            refined.Add(e with { Onset = onset, Peak = peak, Erosion = erosion, Back = back });
        }
        return refined;
    }

    private static int LastCorner(FittedEpisode e) => e.Kind == EpisodeKind.Cycle ? e.Back : e.Peak;

    /// <summary>Posterior medians of the first and last day of a ramp, all starts near the fitted one and all lengths being equally likely before.</summary>
    private static (int Start, int End) Ramp(EpisodeFit fit, double from, double to, int fitted, int low, int high, double[] starts, double[] ends)
    {
        Array.Clear(starts);
        Array.Clear(ends);
        var first = Math.Max(low, fitted - Around);
        var last = Math.Min(high - 1, fitted + Around);
        var best = double.PositiveInfinity;
        // Twice: once for the least cost, once for the weights against it.
        for (var pass = 0; pass < 2; pass++)
        {
            var held = 0.0;
            for (var start = first; start <= last; start++)
            {
                fit.GoOn();
                for (var length = 1; length <= LongestRamp && start + length <= high; length++)
                {
                    var cost = held + RampCost(fit, from, to, start, length) + HoldCost(fit, to, start + length, Math.Min(high, last + LongestRamp));
                    if (pass == 0) best = Math.Min(best, cost);
                    else
                    {
                        var weight = Math.Exp((best - cost) / 2);
                        starts[start - first] += weight;
                        ends[start + length - first] += weight;
                    }
                }
                held += EpisodeEvidence.Cost(fit, start, from);
            }
        }
        var begin = first + Middle(starts);
        return (begin, Math.Max(begin + 1, first + Middle(ends)));
    }

    private static double RampCost(EpisodeFit fit, double from, double to, int start, int length)
    {
        var cost = 0.0;
        for (var day = 0; day < length; day++) cost += EpisodeEvidence.Cost(fit, start + day, from + (to - from) * day / length);
        return cost;
    }

    private static double HoldCost(EpisodeFit fit, double level, int from, int to)
    {
        var cost = 0.0;
        for (var t = from; t < to; t++) cost += EpisodeEvidence.Cost(fit, t, level);
        return cost;
    }

    private static int Middle(ReadOnlySpan<double> weights)
    {
        var all = 0.0;
        foreach (var weight in weights) all += weight;
        var sofar = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sofar += weights[i];
            if (sofar >= all / 2) return i;
        }
        return 0;
    }
}
