namespace Journal.Analysis.ChangePoints;

/// <summary>Finds and removes a season of unknown length.</summary>
internal static class Season
{
    private const int Longest = 60;
    private const double Least = 0.4;

    /// <summary>The shortest period whose autocorrelation of differences is near the strongest one; 0 when none reaches 0.4.</summary>
    public static int Period(ReadOnlySpan<double> values, Span<double> scratch, CancellationToken cancel = default)
    {
        var n = values.Length - 1;
        var longest = Math.Min((n + 1) / 4, Longest);
        if (longest < 2) return 0;
        var steps = scratch[..n];
        var mean = (values[n] - values[0]) / n;
        for (var i = 0; i < n; i++) steps[i] = values[i + 1] - values[i] - mean;
        var variance = Product(steps, 0) / n;
        if (variance <= 0) return 0;

        Span<double> strength = stackalloc double[Longest + 1];
        var strongest = 0.0;
        for (var p = 2; p <= longest; p++)
        {
            cancel.ThrowIfCancellationRequested();
            strength[p] = Product(steps, p) / (n - p) / variance;
            strongest = Math.Max(strongest, strength[p]);
        }
        if (strongest < Least) return 0;
        for (var p = 2; p <= longest; p++)
            if (strength[p] >= 0.85 * strongest) return p;
        return 0;
    }

    /// <summary>Subtracts the median course over one period, measured from a centred moving average.</summary>
    public static void Remove(ReadOnlySpan<double> values, int period, Span<double> rest, Span<double> scratch)
    {
        Span<double> course = stackalloc double[period];
        var around = rest; // holds the deviations until they are replaced
        for (var i = 0; i < values.Length; i++) around[i] = Deviation(values, i, period);
        var mean = 0.0;
        for (var phase = 0; phase < period; phase++)
        {
            var count = 0;
            for (var i = phase; i < values.Length; i += period)
                if (!double.IsNaN(around[i])) scratch[count++] = around[i];
            scratch[..count].Sort();
            course[phase] = count == 0 ? 0 : (scratch[(count - 1) / 2] + scratch[count / 2]) / 2;
            mean += course[phase] / period;
        }
        for (var i = 0; i < values.Length; i++) rest[i] = values[i] - (course[i % period] - mean);
    }

    private static double Product(ReadOnlySpan<double> steps, int lag)
    {
        var sum = 0.0;
        for (var i = lag; i < steps.Length; i++) sum += steps[i] * steps[i - lag];
        return sum;
    }

    /// <summary>Distance from the average over one period around i; NaN where the window leaves the series.</summary>
    private static double Deviation(ReadOnlySpan<double> values, int i, int period)
    {
        var half = period / 2;
        if (i < half || i + half >= values.Length) return double.NaN;
        var sum = 0.0;
        for (var j = -half; j <= half; j++) sum += values[i + j] - values[i];
        if (period % 2 == 0) sum -= (values[i - half] + values[i + half] - 2 * values[i]) / 2;
        return -sum / period;
    }
}
