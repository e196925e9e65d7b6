namespace Journal.Analysis.Warnings;

/// <summary>EXPERIMENTAL. Rising variance and rising memory before a transition ("critical slowing down").</summary>
/// <remarks>
/// Not used by any detector or report: published work found it before only about a third of recurrences. It is here to be measured against.
/// Source: Dakos et al., Methods for detecting early warnings of critical transitions in time series (2012).
/// </remarks>
public static class CriticalSlowing
{
    /// <summary>Kendall's tau of the variance and of the lag-1 autocorrelation over trailing windows.</summary>
    /// <param name="values">n samples, equally spaced, oldest first; a window with a NaN is left out.</param>
    /// <param name="window">Samples in a window, at least 8 and at most n.</param>
    /// <returns>Two values from -1 to 1; both near 1 is the pattern looked for. NaN with fewer than two windows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> lies outside its range.</exception>
    /// <remarks>Cost n * window + n^2; allocates two arrays.</remarks>
    public static (double Variance, double Memory) Trend(ReadOnlySpan<double> values, int window)
    {
        if (window < 8 || window > values.Length) throw new ArgumentOutOfRangeException(nameof(window), window, "A window holds at least 8 samples and at most all.");
        double[] variances = new double[values.Length - window + 1], memories = new double[variances.Length];
        var count = 0;
        for (var from = 0; from + window <= values.Length; from++)
        {
            var (variance, memory) = Moments(values.Slice(from, window));
            if (!double.IsNaN(memory)) (variances[count], memories[count++]) = (variance, memory);
        }
        return (Tau(variances.AsSpan(0, count)), Tau(memories.AsSpan(0, count)));
    }

    private static (double Variance, double Memory) Moments(ReadOnlySpan<double> window)
    {
        double mean = 0, squares = 0, cross = 0;
        for (var i = 0; i < window.Length; i++) mean += (window[i] - mean) / (i + 1);
        for (var i = 0; i < window.Length; i++)
        {
            squares += (window[i] - mean) * (window[i] - mean);
            if (i > 0) cross += (window[i] - mean) * (window[i - 1] - mean);
        }
        return (squares / (window.Length - 1), cross / squares);
    }

    private static double Tau(ReadOnlySpan<double> values)
    {
        long balance = 0, pairs = (long)values.Length * (values.Length - 1) / 2;
        for (var i = 1; i < values.Length; i++)
            for (var j = 0; j < i; j++) balance += values[i].CompareTo(values[j]);
        return pairs == 0 ? double.NaN : (double)balance / pairs;
    }
}
