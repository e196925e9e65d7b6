namespace Journal.Analysis.Scale;

/// <summary>Spread that single outliers do not move, and that does not collapse on ordinal data.</summary>
public static class RobustScale
{
    /// <summary>Standard deviation by the median absolute deviation; by the mean absolute deviation where the former is 0.</summary>
    /// <param name="values">Samples in any order, unit u; NaN marks a missing one.</param>
    /// <param name="offsets">Work space as long as <paramref name="values"/>.</param>
    /// <param name="scratch">Work space as long as <paramref name="values"/>.</param>
    /// <returns>An estimate in u of the standard deviation of normal data; 0 when all samples are equal; NaN when nothing is known.</returns>
    /// <remarks>Cost n log n, no allocation. Source: Rousseeuw and Croux, Alternatives to the median absolute deviation (1993), for the constants.</remarks>
    public static double Of(ReadOnlySpan<double> values, Span<double> offsets, Span<double> scratch) =>
        Around(values, Median.Of(values, scratch), offsets, scratch);

    /// <summary>As <see cref="Of"/>, around a centre that is already known.</summary>
    /// <param name="values">Samples in any order, unit u; NaN marks a missing one.</param>
    /// <param name="centre">Where deviations are measured from, in u.</param>
    /// <param name="offsets">Work space as long as <paramref name="values"/>.</param>
    /// <param name="scratch">Work space as long as <paramref name="values"/>.</param>
    /// <returns>As <see cref="Of"/>.</returns>
    public static double Around(ReadOnlySpan<double> values, double centre, Span<double> offsets, Span<double> scratch)
    {
        double sum = 0;
        var known = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            offsets[known] = Math.Abs(value - centre);
            sum += offsets[known++];
        }
        if (known == 0) return double.NaN;
        var median = Median.Of(offsets[..known], scratch);
        return median > 0 ? 1.4826 * median : 1.2533 * sum / known;
    }
}
