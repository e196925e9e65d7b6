namespace Journal.Analysis.Chance;

/// <summary>How probable it is that one of several shares is the lowest, given how few observations each rests on.</summary>
public static class LowestShare
{
    // Exact enough for four digits: the substitution keeps the steep ends of a Beta density within reach of a plain sum.
    private const int Steps = 2000;
    private static readonly double[] LogSin = [.. Enumerable.Range(0, Steps + 1).Select(i => Math.Log(Math.Sin(Math.PI / 2 * (i + 0.5) / (Steps + 1))))];
    private static readonly double[] LogCos = [.. Enumerable.Range(0, Steps + 1).Select(i => Math.Log(Math.Cos(Math.PI / 2 * (i + 0.5) / (Steps + 1))))];

    /// <summary>A share that few observations cannot push to 0 or 1: (k + 1/2) / (n + 1).</summary>
    public static double Shrunk(double hits, double n) => (hits + 0.5) / (n + 1);

    /// <summary>The probability of the share at <paramref name="which"/> to be the lowest, each Beta(k + 1/2, n - k + 1/2) given its hits.</summary>
    /// <param name="shares">Hits and observations of each; hits need not be whole.</param>
    /// <param name="which">Position of the one asked for.</param>
    /// <exception cref="ArgumentException">A number of hits is negative or above its observations.</exception>
    /// <remarks>Cost 2,000 steps a share. Prior: Jeffreys.</remarks>
    public static double Probability(ReadOnlySpan<(double Hits, double N)> shares, int which)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(which);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(which, shares.Length);
        Span<double> above = stackalloc double[Steps + 1];
        Span<double> density = stackalloc double[Steps + 1];
        above.Fill(1);
        for (var s = 0; s < shares.Length; s++)
        {
            if (s == which) continue;
            Density(shares[s], density);
            var sum = 0.0;
            var total = 0.0;
            foreach (var d in density) total += d;
            for (var i = 0; i <= Steps; i++)
            {
                above[i] *= 1 - (sum + density[i] / 2) / total;
                sum += density[i];
            }
        }
        Density(shares[which], density);
        double lowest = 0, all = 0;
        for (var i = 0; i <= Steps; i++) (lowest, all) = (lowest + density[i] * above[i], all + density[i]);
        return lowest / all;
    }

    // With p = sin^2(x) the density of Beta(a, b) becomes sin^(2a-1) cos^(2b-1), which is bounded from a = b = 1/2 on.
    private static void Density((double Hits, double N) share, Span<double> density)
    {
        if (!(share.Hits >= 0 && share.Hits <= share.N)) throw new ArgumentException($"{share.Hits} of {share.N} is no share.", nameof(share));
        double a = 2 * share.Hits, b = 2 * (share.N - share.Hits), most = double.NegativeInfinity;
        for (var i = 0; i <= Steps; i++)
        {
            density[i] = a * LogSin[i] + b * LogCos[i];
            most = Math.Max(most, density[i]);
        }
        foreach (ref var d in density) d = Math.Exp(d - most);
    }
}
