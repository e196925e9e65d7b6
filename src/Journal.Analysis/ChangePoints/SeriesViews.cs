using Journal.Analysis.Scale;

namespace Journal.Analysis.ChangePoints;

/// <summary>The same series seen raw, without single outliers, and without its season; each as z-scores.</summary>
internal static class SeriesViews
{
    /// <summary>How many views there are.</summary>
    public const int Count = 3;

    /// <summary>Writes view <paramref name="view"/> of a complete series as z-scores; all zero when it is constant.</summary>
    public static void Write(int view, ReadOnlySpan<double> values, Span<double> scores, Span<double> scratch, CancellationToken cancel = default)
    {
        if (view == 1) Hampel.Filter(values, reach: 3, limit: 3, scores, cancel);
        else values.CopyTo(scores);
        if (view == 2 && Season.Period(values, scratch, cancel) is var period and > 0) Season.Remove(values, period, scores, scratch);
        Standardise(scores);
    }

    private static void Standardise(Span<double> values)
    {
        double mean = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var off = values[i] - mean;
            mean += off / (i + 1);
            squares += off * (values[i] - mean);
        }
        var spread = Math.Sqrt(squares / values.Length);
        // Below rounding error a spread is none.
        var scale = spread > 1e-12 * Math.Abs(mean) ? 1 / spread : 0;
        foreach (ref var value in values) value = (value - mean) * scale;
    }
}
