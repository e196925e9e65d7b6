namespace Journal.Analysis.Scale;

/// <summary>Order statistics of short and long samples.</summary>
public static class Median
{
    /// <summary>The median of the values that are not NaN; the mean of the two middle ones for an even count.</summary>
    /// <param name="values">Any number of samples in any order, unit u.</param>
    /// <param name="scratch">At least as long as <paramref name="values"/>; overwritten.</param>
    /// <returns>The median in u; NaN when nothing is known.</returns>
    /// <remarks>Cost n log n, no allocation.</remarks>
    public static double Of(ReadOnlySpan<double> values, Span<double> scratch) => Quantile.Of(values, 0.5, scratch);
}
