namespace Journal.Analysis.Chance;

/// <summary>The test of one intervention whose start was drawn among several weeks.</summary>
public static class DrawnStart
{
    /// <summary>The fewest starts that are drawn among.</summary>
    public const int FewestStarts = 5;

    /// <summary>Mean from a start on less the mean before it.</summary>
    /// <param name="values">n values, oldest first; NaN = unknown.</param>
    /// <param name="start">The first position that counts as after.</param>
    /// <returns>NaN where a side is unknown.</returns>
    public static double Difference(ReadOnlySpan<double> values, int start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, values.Length);
        return Mean(values[start..]) - Mean(values[..start]);
    }

    /// <summary>The probability of a difference at least as large, had another of the starts been drawn.</summary>
    /// <param name="values">n values, oldest first; NaN = unknown.</param>
    /// <param name="first">The first start that could have been drawn.</param>
    /// <param name="count">How many consecutive starts could have been.</param>
    /// <param name="drawn">The one that was, counted from 0 among them.</param>
    /// <returns>Its rank over the number of starts; NaN where a difference cannot be told.</returns>
    /// <remarks>Cost n x count, no allocation. Source: Edgington, Randomized single-subject experiments and statistical tests (1987). Of several, multiply.</remarks>
    public static double Probability(ReadOnlySpan<double> values, int first, int count, int drawn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(drawn, count);
        var seen = Difference(values, first + drawn);
        if (double.IsNaN(seen)) return double.NaN;
        var rank = 0;
        for (var i = 0; i < count; i++)
        {
            var other = Difference(values, first + i);
            if (double.IsNaN(other)) return double.NaN;
            if (other >= seen - 1e-12) rank++;
        }
        return (double)rank / count;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var (mean, n) = (0.0, 0);
        foreach (var value in values)
            if (!double.IsNaN(value)) mean += (value - mean) / ++n;
        return n == 0 ? double.NaN : mean;
    }
}
