namespace Journal.Analysis.ChangePoints;

/// <summary>Mean-shift segmentation in which no single sample costs more than a limit, so that outliers are not taken for changes.</summary>
public static class RobustShift
{
    private const int Levels = 128;

    /// <summary>The best segmentation with levels on a grid over the range of the series.</summary>
    /// <param name="values">n finite samples, oldest first, unit u.</param>
    /// <param name="sigma">Standard deviation of the noise in u, above 0.</param>
    /// <param name="limit">Distance in standard deviations beyond which a sample costs no more; 3 is usual.</param>
    /// <param name="penalty">Cost of one change in units of -2 log likelihood, above 0; 3 ln n is a good start.</param>
    /// <param name="starts">Receives n work values, read by <see cref="MeanShift.Backtrack"/>.</param>
    /// <returns>How many changes there are.</returns>
    /// <exception cref="ArgumentException">A sample is not finite, or <paramref name="starts"/> is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sigma"/> or <paramref name="penalty"/> is not above 0.</exception>
    /// <remarks>
    /// Cost 128 n whatever the data, memory linear, no allocation. Exact for levels on the grid, which is fine enough while the range is at most
    /// some 60 sigma. Source: Fearnhead and Rigaill, Changepoint detection in the presence of outliers (2019), for the bounded cost.
    /// </remarks>
    public static int Segment(ReadOnlySpan<double> values, double sigma, double limit, double penalty, Span<int> starts)
    {
        if (sigma is not > 0) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation must be above 0.");
        if (penalty is not > 0) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "The penalty must be above 0.");
        if (starts.Length < values.Length) throw new ArgumentException("The work space is shorter than the series.", nameof(starts));
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("The series holds a value that is not finite.", nameof(values));
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        Span<double> costs = stackalloc double[Levels];
        Span<int> begun = stackalloc int[Levels];
        costs.Clear();
        begun.Clear();
        var most = limit * limit;
        for (var t = 0; t < values.Length; t++)
        {
            var (least, start) = (double.PositiveInfinity, 0);
            for (var l = 0; l < Levels; l++)
            {
                if (costs[l] > penalty) (costs[l], begun[l]) = (penalty, t);
                var off = (values[t] - (low + (high - low) * l / (Levels - 1))) / sigma;
                costs[l] += Math.Min(off * off, most);
                if (costs[l] < least) (least, start) = (costs[l], begun[l]);
            }
            // Measured from the best level of each day, the sums stay small.
            for (var l = 0; l < Levels; l++) costs[l] -= least;
            starts[t] = start;
        }
        return MeanShift.Count(starts, values.Length);
    }
}
