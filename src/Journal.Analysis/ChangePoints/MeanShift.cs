namespace Journal.Analysis.ChangePoints;

/// <summary>Exact least-squares segmentation into stretches of constant mean, by functional pruning.</summary>
/// <remarks>
/// Minimises the sum over segments of (squared residuals around the segment's mean) plus a penalty per change.
/// For each mean still possible, the list of pieces holds the change that would serve it best; a piece nobody can win with is dropped.
/// Each piece keeps the vertex form a(mu - m)^2 + r, updated as Welford's recurrence does, so large levels do not cancel.
/// Source: Maidstone, Hocking, Rigaill and Fearnhead, On optimal multiple changepoint algorithms for large data (2017).
/// </remarks>
public static class MeanShift
{
    /// <summary>The best segmentation of a complete series.</summary>
    /// <param name="values">n finite samples, oldest first, any unit u.</param>
    /// <param name="penalty">Cost of one change in u squared, above 0; 3 s^2 ln n is a good start, s being the noise's standard deviation.</param>
    /// <param name="starts">Receives n work values: for each prefix the start of its last segment.</param>
    /// <returns>How many changes there are; <see cref="Backtrack"/> lists them.</returns>
    /// <exception cref="ArgumentException">A sample is not finite, or <paramref name="starts"/> is shorter than the series.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="penalty"/> is not above 0.</exception>
    /// <remarks>Cost about n log n in practice, memory linear; allocates only the list of pieces, which stays short.</remarks>
    public static int Segment(ReadOnlySpan<double> values, double penalty, Span<int> starts)
    {
        if (penalty is not > 0) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "The penalty must be above 0.");
        if (starts.Length < values.Length) throw new ArgumentException("The work space is shorter than the series.", nameof(starts));
        if (values.IsEmpty) return 0;

        var (low, high) = Range(values);
        var pieces = new MeanPieces(low, high);
        for (var t = 0; t < values.Length; t++)
            starts[t] = pieces.Add(values[t], penalty, t + 1);
        return Count(starts, values.Length);
    }

    /// <summary>Writes the first index of each new segment, ascending.</summary>
    /// <param name="starts">What <see cref="Segment"/> filled.</param>
    /// <param name="n">Samples in the series.</param>
    /// <param name="changes">Receives as many indexes as <see cref="Segment"/> returned.</param>
    public static void Backtrack(ReadOnlySpan<int> starts, int n, Span<int> changes)
    {
        var at = Count(starts, n);
        for (var end = n; end > 0 && starts[end - 1] > 0; end = starts[end - 1])
            changes[--at] = starts[end - 1];
    }

    internal static int Count(ReadOnlySpan<int> starts, int n)
    {
        var count = 0;
        for (var end = n; end > 0 && starts[end - 1] > 0; end = starts[end - 1]) count++;
        return count;
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("The series holds a value that is not finite.", nameof(values));
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return (low, high);
    }
}
