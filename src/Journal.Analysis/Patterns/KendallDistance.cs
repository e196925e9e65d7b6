namespace Journal.Analysis.Patterns;

/// <summary>How far two orders of the same things are apart.</summary>
public static class KendallDistance
{
    /// <summary>Number of pairs that the two rankings put in opposite order.</summary>
    /// <param name="first">Rank of each thing in the first order; equal ranks are ties.</param>
    /// <param name="second">Rank of the same things in the second order.</param>
    /// <returns>0 for equal orders up to n(n-1)/2 for reversed ones; a pair tied in either order does not count.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Cost n^2 for the short lists of priorities it is meant for, no allocation. Source: Kendall, A new measure of rank correlation (1938).</remarks>
    public static int Between(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length) throw new ArgumentException($"{first.Length} ranks cannot be compared with {second.Length}.", nameof(second));
        var opposite = 0;
        for (var i = 0; i < first.Length; i++)
            for (var j = 0; j < i; j++)
                if (first[i].CompareTo(first[j]) * second[i].CompareTo(second[j]) < 0) opposite++;
        return opposite;
    }
}
