namespace Journal.Reports;

/// <summary>Middle and spread of a handful of numbers.</summary>
internal static class Numbers
{
    /// <summary>The mean; NaN of nothing.</summary>
    public static double Mean(IReadOnlyCollection<double> values) => values.Count == 0 ? double.NaN : values.Sum() / values.Count;

    /// <summary>The median; null of nothing.</summary>
    public static double? Median(IEnumerable<double> values) =>
        values.ToArray() is { Length: > 0 } known ? Analysis.Scale.Median.Of(known, new double[known.Length]) : null;

    /// <summary>The median; NaN of nothing.</summary>
    public static double Middle(IReadOnlyCollection<double> values) => Median(values) ?? double.NaN;

    /// <summary>The standard deviation with n - 1; NaN of fewer than two.</summary>
    public static double Spread(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
        {
            return double.NaN;
        }

        var mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
