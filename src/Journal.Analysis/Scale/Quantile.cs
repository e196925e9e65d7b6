namespace Journal.Analysis.Scale;

/// <summary>Sample quantiles by linear interpolation between order statistics.</summary>
public static class Quantile
{
    /// <summary>The quantile of the values that are not NaN.</summary>
    /// <param name="values">Any number of samples in any order, unit u.</param>
    /// <param name="share">0 for the least to 1 for the greatest.</param>
    /// <param name="scratch">At least as long as <paramref name="values"/>; receives the known values, ascending.</param>
    /// <returns>The quantile in u; NaN when nothing is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> lies outside 0 to 1.</exception>
    /// <remarks>Cost n log n, no allocation. Source: Hyndman and Fan, Sample quantiles in statistical packages (1996), type 7.</remarks>
    public static double Of(ReadOnlySpan<double> values, double share, Span<double> scratch)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        var known = 0;
        foreach (var value in values)
            if (!double.IsNaN(value)) scratch[known++] = value;
        if (known == 0) return double.NaN;
        scratch[..known].Sort();
        var place = share * (known - 1);
        var below = (int)place;
        var part = place - below;
        return part == 0 ? scratch[below] : scratch[below] + part * (scratch[below + 1] - scratch[below]);
    }
}
