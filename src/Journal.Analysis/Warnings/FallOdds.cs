using System.Runtime.CompilerServices;

namespace Journal.Analysis.Warnings;

/// <summary>The odds that a plateau has begun to fall, renewed day by day.</summary>
/// <remarks>
/// Bayes' rule over all levels the plateau may have and all falls (first day, length) that may have begun, each day with the same small chance;
/// the noise remembers the day before, and a few days in a hundred may be anything. Cost per day some 1,500 likelihoods, no allocation.
/// Source for the principle: Shiryaev, On optimum methods in quickest detection problems (1963).
/// </remarks>
internal sealed class FallOdds
{
    /// <summary>Falls that began longer ago are forgotten.</summary>
    public const int Reach = 45;

    private const int Levels = 13, LeastStay = 7;
    private const double Hazard = 1.0 / 50, Outliers = 0.03, Wander = 0.002, Returned = 0.9;
    private const double LevelStep = 0.5, LevelSpread = 2.5, OutlierOf = 2.5, Uncertain = 1.05;
    private static readonly double CentreDensity = (1 - Outliers) / Math.Sqrt(2 * Math.PI);
    private static readonly int[] Lengths = [2, 4, 7, 10, 14, 19, 25];

    private readonly double[] level = new double[Levels], drop = new double[Levels], hold = new double[Levels], low = new double[Levels], scratch = new double[Levels];
    private readonly double[] falls = new double[Reach * Lengths.Length * Levels]; // likelihoods of falls by first day, length and level
    private readonly double[] prior = new double[Reach];
    private double sigma, memory, outlier, stays, lastValue, carried, narrowing;
    private int peak, firstStart, nextStart, lastDay;

    /// <summary>Begins anew with a plateau.</summary>
    /// <param name="peak">Its first day; the next day to add.</param>
    /// <param name="ground">Level it rose from.</param>
    /// <param name="top">Its level.</param>
    /// <param name="deviation">Standard deviation of single days.</param>
    /// <param name="correlation">Correlation from one day to the next.</param>
    public void Begin(int peak, double ground, double top, double deviation, double correlation)
    {
        (this.peak, firstStart, nextStart, lastDay) = (peak, peak + LeastStay, peak + LeastStay, -1);
        (sigma, memory, stays) = (deviation * Uncertain, correlation, 1);
        // Densities are per standard deviation, so that the unit of the values does not matter.
        outlier = Outliers / Math.Max(8, 2 * (top - ground) / sigma);
        var step = Math.Max(LevelStep * deviation, 0.05 * (top - ground));
        for (var m = 0; m < Levels; m++)
        {
            var off = m - Levels / 2;
            level[m] = top + off * step;
            drop[m] = Returned * (level[m] - ground);
            hold[m] = Math.Exp(-0.5 * off * off / (LevelSpread * LevelSpread));
        }
    }

    /// <summary>Takes in one day; NaN = missing.</summary>
    public void Add(int day, double value)
    {
        Drift();
        if (day >= peak + LeastStay) Open(day);
        if (double.IsNaN(value)) return;
        Remember(day);
        var best = 0.0;
        for (var m = 0; m < Levels; m++)
        {
            hold[m] *= Likelihood(value - level[m], lastValue - level[m]);
            low[m] = Likelihood(value - level[m] + drop[m], lastValue - level[m] + drop[m]);
            best = Math.Max(best, hold[m]);
        }
        for (var start = firstStart; start < nextStart; start++) best = Math.Max(best, Fall(start, day, value));
        // Measured against the best account of each day, the products stay in range.
        for (var m = 0; m < Levels; m++) hold[m] /= best;
        for (var start = firstStart; start < nextStart; start++)
            foreach (ref var cell in Cells(start)) cell /= best;
        (lastDay, lastValue) = (day, value);
    }

    /// <summary>Natural logarithm of the odds that a fall has begun by the last day added.</summary>
    public double LogOdds()
    {
        double begun = 0, not = 0;
        for (var start = firstStart; start < nextStart; start++)
        {
            var sum = 0.0;
            foreach (var cell in Cells(start)) sum += cell;
            begun += sum * prior[start % Reach] / stays;
        }
        foreach (var h in hold) not += h;
        return Math.Log((begun + 1e-300) / (not + 1e-300));
    }

    private Span<double> Cells(int start) => falls.AsSpan(start % Reach * Lengths.Length * Levels, Lengths.Length * Levels);

    /// <summary>A long plateau may move a little from day to day.</summary>
    private void Drift()
    {
        hold.CopyTo(scratch, 0);
        for (var m = 0; m < Levels; m++)
            hold[m] = (1 - 2 * Wander) * scratch[m] + Wander * (scratch[Math.Max(0, m - 1)] + scratch[Math.Min(Levels - 1, m + 1)]);
    }

    private void Open(int day)
    {
        nextStart = day + 1;
        firstStart = Math.Max(firstStart, nextStart - Reach);
        prior[day % Reach] = stays * Hazard / Lengths.Length;
        stays *= 1 - Hazard;
        var cells = Cells(day);
        for (var l = 0; l < Lengths.Length; l++) hold.CopyTo(cells[(l * Levels)..]);
    }

    /// <summary>Adds one day to all falls that began on a day, and returns the likeliest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Fall(int start, int day, double value)
    {
        var cells = Cells(start);
        var best = 0.0;
        for (var l = 0; l < Lengths.Length; l++)
        {
            double now = Math.Min(1, (day - start) / (double)Lengths[l]), then = Math.Clamp((lastDay - start) / (double)Lengths[l], 0, 1);
            for (var m = 0; m < Levels; m++)
            {
                ref var cell = ref cells[l * Levels + m];
                cell *= then >= 1 ? low[m] : Likelihood(value - level[m] + drop[m] * now, lastValue - level[m] + drop[m] * then);
                best = Math.Max(best, cell);
            }
        }
        return best;
    }

    /// <summary>What the noise of the last known day still says about this one.</summary>
    private void Remember(int day)
    {
        carried = lastDay < 0 ? 0 : Math.Pow(memory, day - lastDay);
        narrowing = Math.Sqrt(1 - carried * carried);
    }

    /// <summary>Density of a day's distance from its level, given that of the last known day; an outlier says nothing about the day after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Likelihood(double off, double offBefore)
    {
        var fresh = lastDay < 0 || Math.Abs(offBefore) >= OutlierOf * sigma;
        var width = fresh ? 1 : narrowing;
        var z = (fresh ? off : off - carried * offBefore) / (sigma * width);
        return CentreDensity / width * Math.Exp(-0.5 * z * z) + outlier;
    }
}
