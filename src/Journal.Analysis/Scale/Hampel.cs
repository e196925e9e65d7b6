namespace Journal.Analysis.Scale;

/// <summary>Replaces single outliers by the median of their neighbours.</summary>
public static class Hampel
{
    /// <summary>Copies a series, each sample further from its window's median than a limit replaced by that median.</summary>
    /// <param name="values">n samples, oldest first, unit u. NaN marks a missing one and stays so.</param>
    /// <param name="reach">Samples on each side of the window, 1 to 32; the window is cut at the ends.</param>
    /// <param name="limit">How many robust standard deviations (1.4826 MAD of the window) a sample may be off; 3 is usual.</param>
    /// <param name="cleaned">Receives n samples in u.</param>
    /// <param name="cancel">Looked at for every sample.</param>
    /// <returns>How many samples were replaced.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reach"/> lies outside 1 to 32, or <paramref name="limit"/> is negative or NaN.</exception>
    /// <remarks>
    /// Cost n * reach log reach, no allocation. Where more than half of a window is one value (ordinal data) its MAD is 0; the mean absolute
    /// deviation then takes its place, or every move off the commonest level would be an outlier. Source: Hampel (1974); Pearson, Outliers in process modeling (2002).
    /// </remarks>
    public static int Filter(ReadOnlySpan<double> values, int reach, double limit, Span<double> cleaned, CancellationToken cancel = default)
    {
        if (reach is < 1 or > 32) throw new ArgumentOutOfRangeException(nameof(reach), reach, "The reach lies between 1 and 32.");
        if (limit is not >= 0) throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit is at least 0.");
        Span<double> offsets = stackalloc double[65];
        Span<double> scratch = stackalloc double[65];
        var replaced = 0;
        for (var i = 0; i < values.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var window = values[Math.Max(0, i - reach)..Math.Min(values.Length, i + reach + 1)];
            var middle = Median.Of(window, scratch);
            var outlier = Math.Abs(values[i] - middle) > limit * RobustScale.Around(window, middle, offsets, scratch);
            cleaned[i] = outlier ? middle : values[i];
            if (outlier) replaced++;
        }
        return replaced;
    }
}
