namespace Journal.Analysis.Patterns;

/// <summary>Whether two groups differ in how often something happens, exact for small numbers.</summary>
public static class FisherExact
{
    /// <summary>Two-sided probability of a table as uneven as this one, given its margins, when the groups do not differ.</summary>
    /// <param name="hits">Hits of the first group.</param>
    /// <param name="misses">Misses of the first group.</param>
    /// <param name="otherHits">Hits of the second group.</param>
    /// <param name="otherMisses">Misses of the second group.</param>
    /// <returns>0 to 1; 1 where a margin is empty. 3, 1 against 1, 3 gives 34/70.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <remarks>Cost: the sum of the counts. Sums the tables no more probable than this one. Source: Fisher, Statistical Methods for Research Workers, section 21.02 (1934).</remarks>
    public static double TwoSided(int hits, int misses, int otherHits, int otherMisses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfNegative(misses);
        ArgumentOutOfRangeException.ThrowIfNegative(otherHits);
        ArgumentOutOfRangeException.ThrowIfNegative(otherMisses);
        int group = hits + misses, all = group + otherHits + otherMisses, happened = hits + otherHits;
        var logs = LogFactorials(all);
        var margins = logs[group] + logs[all - group] + logs[happened] + logs[all - happened] - logs[all];
        double Log(int h) => margins - logs[h] - logs[group - h] - logs[happened - h] - logs[all - group - happened + h];

        // Tables of equal probability must not be told apart by rounding.
        var limit = Log(hits) + 1e-9;
        var sum = 0.0;
        for (var h = Math.Max(0, group + happened - all); h <= Math.Min(group, happened); h++)
            if (Log(h) is var log && log <= limit) sum += Math.Exp(log);
        return Math.Min(1, sum);
    }

    private static double[] LogFactorials(int n)
    {
        var logs = new double[n + 1];
        for (var i = 2; i <= n; i++) logs[i] = logs[i - 1] + Math.Log(i);
        return logs;
    }
}
