namespace Journal.Analysis.Episodes;

internal sealed partial class EpisodeSearch
{
    /// <summary>Cheapest explanation of the days before t that ends on a baseline or on top.</summary>
    public (double Baseline, double Top) Standing(int t)
    {
        double low = double.PositiveInfinity, high = double.PositiveInfinity;
        foreach (var c in baseline.AsSpan(t % Window * levels, levels)) low = Math.Min(low, c);
        foreach (var c in top.AsSpan(t % Window * pairs, pairs)) high = Math.Min(high, c);
        return (low, high);
    }

    /// <summary>The cheapest top on the days before t: its levels and the day it was reached.</summary>
    public (int Peak, double Ground, double Top) Plateau(int t)
    {
        var best = 0;
        var now = top.AsSpan(t % Window * pairs, pairs);
        for (var p = 1; p < pairs; p++) if (now[p] < now[best]) best = p;
        var day = t;
        while (day > 0 && topFrom[day * pairs + best] == Same) day--;
        return (Math.Max(0, day - costs.Plateau), grid[best / levels], grid[best % levels]);
    }
}
