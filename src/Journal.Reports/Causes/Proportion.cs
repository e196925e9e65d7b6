using Journal.Reports.Metrics;

namespace Journal.Reports.Causes;

/// <summary>A share with the interval it lies in.</summary>
internal static class Proportion
{
    private const double Z = 1.959964;

    /// <summary>Share of hits with its 95 % interval by Wilson's score, which stays within 0 and 1 for few observations too.</summary>
    /// <param name="missing">What would have to be recorded, where there is nothing.</param>
    /// <remarks>Source: Wilson, Probable inference, the law of succession, and statistical inference (1927).</remarks>
    public static Measure Of(int hits, int n, IEnumerable<Guid> events, string missing)
    {
        if (n == 0)
        {
            return Measure.Missing(missing, 0, events);
        }

        var share = (double)hits / n;
        var middle = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4.0 * n * n)));
        return Measure.Of(share, n, events, new(Math.Max(0, middle - half), Math.Min(1, middle + half), 0.95));
    }
}
