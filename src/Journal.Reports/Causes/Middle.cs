using Journal.Analysis.Scale;

namespace Journal.Reports.Causes;

/// <summary>The middle of a list.</summary>
internal static class Middle
{
    /// <summary>The median; null for an empty list.</summary>
    public static double? Of(IEnumerable<double> values) => values.ToArray() is { Length: > 0 } known ? Median.Of(known, new double[known.Length]) : null;
}
