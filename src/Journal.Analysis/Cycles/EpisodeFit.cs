using Journal.Analysis.Scale;

namespace Journal.Analysis.Cycles;

/// <summary>Fits episodes and noise to a daily series in turns until both agree.</summary>
internal static class EpisodeFit
{
    public static int Levels = 24;
    
    public static EpisodeCosts Costs = new();
    public static double MinGain = 0.12, ClipAt = 2.5, CapAt = 2.3;
    public static double Share = .6, Most = 24;
    public static double Dead = 1;
    public static double Typical = 0.5;
    public static bool Trending = true; public static double Least = 20;
    [ThreadStatic] public static double Excess;

    public sealed record Model(NoiseModel Noise, double Trend, double[] Grid, EpisodeCosts Costs, int MinGain, double[] Clean, double[] Weights);
    [ThreadStatic] public static Model? Last;

    public static List<FittedEpisode> Fit(double[] raw, int firstWeekday, int rounds = 3)
    {
        var n = raw.Length;
        var level = new double[n];
        RunningMedian.Over(raw, 10, level);
        var noise = new NoiseModel();
        var scratch = new double[n];
        double low = Quantile.Of(raw, 0.01, scratch), high = Quantile.Of(raw, 0.99, scratch);
        var floor = (high - low) * 1e-3;
        if (!(high > low)) return [];
        noise.Learn(raw, level, firstWeekday, floor);
        List<FittedEpisode> episodes = [];
        var clean = new double[n];
        var weights = new double[n];
        var near = new double[n];
        var trend = 0.0;
        var distinct = raw.Where(double.IsFinite).Distinct().Order().ToArray();
        var quantum = distinct.Length > 12 ? 0 : distinct.Zip(distinct.Skip(1), (a, b) => b - a).Min();
        var price = Costs.Cycle;
        for (var round = 0; round < rounds; round++)
        {
            for (var t = 0; t < n; t++) clean[t] = raw[t] - noise.Weekday[(firstWeekday + t) % 7] - trend * (t - n / 2);
            RunningMedian.Over(clean, 4, near);
            for (var t = 0; t < n; t++)
            {
                weights[t] = double.IsNaN(clean[t]) ? 0 : 1 / (noise.Sigma * noise.Sigma * noise.Inflation);
                clean[t] = Math.Clamp(clean[t], near[t] - ClipAt * noise.Sigma, near[t] + ClipAt * noise.Sigma);
            }
            var grid = Grid(clean, scratch);
            var step = grid[1] - grid[0];
            var least = MinGain * (high - low);
            if (round > 0 && episodes.Exists(e => e.Kind == EpisodeKind.Cycle))
                least = Math.Max(least, Typical * Quantile.Of(episodes.Where(e => e.Kind == EpisodeKind.Cycle).Select(e => e.Top - e.Before).ToArray(), .5, scratch));
            var costs = Costs with { Cap = CapAt * CapAt / noise.Inflation, Cycle = price, Blind = Math.Max(0, 0.5 * quantum - Dead * noise.Sigma) };
            var minGain = Math.Max(2, (int)Math.Ceiling(least / step));
            Last = new(noise, trend, grid, costs, minGain, clean, weights);
            var search = new EpisodeSearch(clean, weights, grid, costs, minGain);
            episodes = search.Run();
            if (round >= rounds - 2)
            {
                var flat = new EpisodeSearch(clean, weights, grid, costs with { Cycle = 1e9 }, 2);
                flat.Run();
                Excess = flat.Cost - search.Cost;
                var k = episodes.Count(e => e.Kind == EpisodeKind.Cycle);
                if (k > 0) price = Math.Clamp(Share * (Excess / k + price), Costs.Cycle, Most);
                if (round == rounds - 1 && Excess < Least + 3 * n / 365.0) episodes.Clear();
            }
            Level(episodes, clean, level);
            for (var t = 0; t < n; t++) level[t] += trend * (t - n / 2);
            if (Trending) trend += Slope(episodes, clean, noise);
            noise.Learn(raw, level, firstWeekday, floor);
        }
        return episodes;
    }

    private static double[] Grid(double[] clean, double[] scratch)
    {
        var smooth = new double[clean.Length];
        RunningMedian.Over(clean, 5, smooth);
        double low = Quantile.Of(smooth, 0.005, scratch), high = Quantile.Of(smooth, 0.995, scratch);
        if (high <= low) { low -= 0.5; high += 0.5; }
        return [.. Enumerable.Range(0, Levels).Select(i => low + (high - low) * i / (Levels - 1))];
    }

    /// <summary>The level each day by the fit: lines between the episodes' corners, medians of what is around elsewhere.</summary>
    public static double Level(List<FittedEpisode> episodes, double[] clean, double[] level)
    {
        double sumUu = 0, sumUy = 0;
        // flat stretches: local mean of the stretch between events; ramps linear
        var n = clean.Length;
        var bounds = new List<(int From, int To)>();
        var at = 0;
        foreach (var e in episodes)
        {
            bounds.Add((at, e.Onset));
            if (e.Kind == EpisodeKind.Cycle) { bounds.Add((e.Peak, e.Erosion)); at = e.Back; }
            else at = e.Peak;
        }
        bounds.Add((at, n));
        double last = double.NaN; var lastTo = 0;
        foreach (var (from, to) in bounds)
        {
            // line within the stretch, so that a drift is not taken for noise
            double w = 0, u = 0, y = 0;
            for (var t = from; t < to; t++) if (!double.IsNaN(clean[t])) { w++; u += t; y += clean[t]; }
            var slope = 0.0;
            if (w > 0) { u /= w; y /= w; } else { u = from; y = double.IsNaN(last) ? 0 : last; }
            if (to - from >= 40 && w >= 20)
            {
                double uu = 0, uy = 0;
                for (var t = from; t < to; t++) if (!double.IsNaN(clean[t])) { uu += (t - u) * (t - u); uy += (t - u) * (clean[t] - y); }
                sumUu += uu; sumUy += uy;
                slope = uy / uu;
            }
            for (var t = from; t < to; t++) level[t] = y + slope * (t - u);
            var start = y + slope * (from - u);
            for (var t = lastTo; t < from; t++) level[t] = last + (start - last) * (t - lastTo) / (from - lastTo);
            (last, lastTo) = (y + slope * (to - u), to);
        }
        for (var t = lastTo; t < n; t++) level[t] = last;
        return sumUu > 0 ? sumUy / sumUu : 0;
    }

    private static double Slope(List<FittedEpisode> episodes, double[] clean, NoiseModel noise)
    {
        double sumUu = 0, sumUy = 0;
        var from = 0;
        var group = new List<(int From, int To)>();
        foreach (var e in episodes)
        {
            group.Add((from, e.Onset));
            from = e.Kind == EpisodeKind.Cycle ? e.Back : e.Kind == EpisodeKind.Raised ? clean.Length : e.Peak;
            if (e.Kind == EpisodeKind.Shift) Close();
        }
        group.Add((from, clean.Length));
        Close();
        if (sumUu <= 0) return 0;
        var slope = sumUy / sumUu;
        var error2 = noise.Sigma * noise.Sigma * noise.Inflation / sumUu;
        return slope * Math.Max(0, 1 - error2 / (slope * slope + 1e-300));

        void Close()
        {
            double w = 0, u = 0, y = 0;
            foreach (var (a, b) in group) for (var t = a; t < b; t++) if (!double.IsNaN(clean[t])) { w++; u += t; y += clean[t]; }
            if (w > 0) { u /= w; y /= w; }
            foreach (var (a, b) in group) for (var t = a; t < b; t++) if (!double.IsNaN(clean[t])) { sumUu += (t - u) * (t - u); sumUy += (t - u) * (clean[t] - y); }
            group.Clear();
        }
    }
}
