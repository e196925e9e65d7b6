using Journal.Analysis.Scale;

namespace Journal.Analysis.Episodes;

/// <summary>Median of the known values around each day.</summary>
internal static class RunningMedian
{
    /// <summary>For each day the median of the known values at most <paramref name="reach"/> days away; where fewer than 3 are known the window widens.</summary>
    public static void Over(ReadOnlySpan<double> values, int reach, Span<double> medians)
    {
        var scratch = new double[values.Length];
        for (var t = 0; t < values.Length; t++)
        {
            var wide = reach;
            int from, to, known;
            do
            {
                (from, to, known) = (Math.Max(0, t - wide), Math.Min(values.Length, t + wide + 1), 0);
                for (var u = from; u < to; u++) if (!double.IsNaN(values[u])) known++;
                wide *= 2;
            }
            while (known < 3 && to - from < values.Length);
            medians[t] = Median.Of(values[from..to], scratch);
        }
    }
}
