namespace Journal.Analysis.Slopes;

/// <summary>Theil-Sen line: the median of the slopes between all pairs, which up to 29 % of outliers do not move far.</summary>
public static class TheilSen
{
    private const int MostPairs = 1 << 20;

    /// <summary>Slope, 95 % interval and intercept.</summary>
    /// <param name="times">n times in any unit, strictly ascending.</param>
    /// <param name="values">n samples, unit u; NaN marks a missing one.</param>
    /// <returns>The estimate in u per unit of time.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or times do not ascend strictly.</exception>
    /// <remarks>
    /// Cost n^2 log n up to about 1400 known samples; beyond, only pairs a fixed set of distances apart are used, at most 2^20 of them, and the interval is
    /// computed as if from the samples those pairs hold. Source: Sen, Estimates of the regression coefficient based on Kendall's tau (1968).
    /// </remarks>
    public static SlopeEstimate Fit(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        if (times.Length != values.Length) throw new ArgumentException($"There are {times.Length} times for {values.Length} values.", nameof(times));
        double[] t = new double[values.Length], y = new double[values.Length];
        var n = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0 && !(times[i] > times[i - 1])) throw new ArgumentException($"Times must ascend; the one at position {i} does not.", nameof(times));
            if (!double.IsNaN(values[i])) (t[n], y[n++]) = (times[i], values[i]);
        }
        if (n < 2) return new(double.NaN, double.NaN, double.NaN, double.NaN, n);
        var slopes = Slopes(t.AsSpan(0, n), y.AsSpan(0, n));
        slopes.AsSpan().Sort();
        var slope = Middle(slopes);
        for (var i = 0; i < n; i++) y[i] -= slope * t[i];
        y.AsSpan(0, n).Sort();
        var (low, high) = Interval(slopes, n);
        return new(slope, low, high, Middle(y.AsSpan(0, n)), n);
    }

    private static double[] Slopes(ReadOnlySpan<double> t, ReadOnlySpan<double> y)
    {
        var n = t.Length;
        // Odd steps between the distances keep every season of the series among them.
        var stride = (int)Math.Ceiling(n * (n - 1.0) / 2 / MostPairs);
        if (stride % 2 == 0) stride++;
        long count = 0;
        for (var d = 1; d < n; d += stride) count += n - d;
        var slopes = new double[count];
        var at = 0;
        for (var d = 1; d < n; d += stride)
            for (var i = d; i < n; i++)
                slopes[at++] = (y[i] - y[i - d]) / (t[i] - t[i - d]);
        return slopes;
    }

    private static (double Low, double High) Interval(double[] slopes, int n)
    {
        if (n < 5) return (double.NaN, double.NaN);
        // Kendall's statistic under no trend has variance n(n-1)(2n+5)/18; scaled to the pairs at hand.
        var half = 1.959964 * Math.Sqrt(n * (n - 1.0) * (2 * n + 5) / 18) * slopes.Length / (n * (n - 1.0) / 2);
        var low = (int)Math.Max(0, Math.Floor((slopes.Length - half) / 2));
        return (slopes[low], slopes[slopes.Length - 1 - low]);
    }

    private static double Middle(ReadOnlySpan<double> sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
