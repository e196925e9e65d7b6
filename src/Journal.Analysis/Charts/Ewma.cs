namespace Journal.Analysis.Charts;

/// <summary>Exponentially weighted moving average chart for a series in statistical control around a known mean.</summary>
public static class Ewma
{
    /// <summary>The moving average of each sample and the limits it should stay within.</summary>
    /// <param name="values">n samples, oldest first, unit u. NaN marks a missing one: average and limits stay as they were.</param>
    /// <param name="mean">The mean in control, in u.</param>
    /// <param name="sigma">Standard deviation of single samples in control, in u; at least 0.</param>
    /// <param name="weight">Weight of the newest sample, above 0 and at most 1; 0.1 to 0.3 shows small shifts, 1 is a Shewhart chart.</param>
    /// <param name="width">Distance of the limits in standard deviations of the average; 2.7 to 3 is usual.</param>
    /// <param name="averages">Receives n averages in u.</param>
    /// <param name="halfWidths">Receives n distances in u from <paramref name="mean"/> to either limit.</param>
    /// <returns>The first index outside the limits; -1 when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    /// <remarks>Cost n, no allocation. Source: Roberts, Control chart tests based on geometric moving averages (1959); exact limits by Lucas and Saccucci (1990).</remarks>
    public static int Chart(ReadOnlySpan<double> values, double mean, double sigma, double weight, double width, Span<double> averages, Span<double> halfWidths)
    {
        if (weight is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(weight), weight, "The weight lies above 0 and is at most 1.");
        if (sigma is not >= 0) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "A standard deviation is at least 0.");
        var (average, variance, first) = (mean, 0.0, -1);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                average += weight * (values[i] - average);
                variance = (1 - weight) * (1 - weight) * variance + weight * weight;
            }
            averages[i] = average;
            halfWidths[i] = width * sigma * Math.Sqrt(variance);
            if (first < 0 && Math.Abs(average - mean) > halfWidths[i]) first = i;
        }
        return first;
    }
}
