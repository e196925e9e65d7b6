using System.Runtime.CompilerServices;

namespace Journal.Analysis.Cycles;

internal sealed partial class EpisodeSearch
{
    private const int LongestFall = 30;

    /// <summary>Cheapest explanation of the days before t that ends on a baseline or on top.</summary>
    public (double Baseline, double Top) Standing(int t)
    {
        double low = double.PositiveInfinity, high = double.PositiveInfinity;
        foreach (var c in baseline.AsSpan(t % Window * levels, levels)) low = Math.Min(low, c);
        foreach (var c in top.AsSpan(t % Window * pairs, pairs)) high = Math.Min(high, c);
        return (low, high);
    }

    /// <summary>Cheapest explanation of the days before t that ends in a fall.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Falling(int t)
    {
        var best = double.PositiveInfinity;
        for (var s = Math.Max(1, t - LongestFall); s < t; s += t - s > 10 ? 2 : 1)
        {
            var from = falling.AsSpan(s % Window * pairs, pairs);
            foreach (var length in Falls)
            {
                var end = Math.Min(t, s + length);
                if (t - end > costs.Rest) continue;
                var sums = new RampSums(values, weights, s, end);
                for (var to = 0; to < levels; to++)
                {
                    var hold = Hold(to, end, t);
                    for (var l = to + 1; l < levels; l++)
                    {
                        var start = from[to * levels + l] + hold;
                        if (start < best) best = Math.Min(best, start + sums.Error(grid[l], (grid[to] - grid[l]) / length));
                    }
                }
            }
        }
        return best;
    }
}
