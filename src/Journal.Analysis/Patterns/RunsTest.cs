namespace Journal.Analysis.Patterns;

/// <summary>Whether hits and misses come in random order.</summary>
/// <param name="Runs">Stretches of equal outcomes.</param>
/// <param name="Expected">Runs expected in random order.</param>
/// <param name="Score">Standard score: negative when outcomes cluster, positive when they alternate; 0 when it cannot be told.</param>
/// <param name="Probability">Two-sided probability of a score as far off in random order; 1 when it cannot be told.</param>
public readonly record struct RunsTest(int Runs, double Expected, double Score, double Probability)
{
    /// <summary>Wald-Wolfowitz runs test.</summary>
    /// <param name="outcomes">Outcomes, oldest first.</param>
    /// <returns>The test; without meaning (probability 1) when one outcome never occurs or fewer than 10 are known.</returns>
    /// <remarks>Cost n, no allocation; normal approximation with continuity correction. Source: Wald and Wolfowitz, On a test whether two samples are from the same population (1940).</remarks>
    public static RunsTest Of(ReadOnlySpan<bool> outcomes)
    {
        double n = outcomes.Length, hits = 0;
        var runs = outcomes.IsEmpty ? 0 : 1;
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i]) hits++;
            if (i > 0 && outcomes[i] != outcomes[i - 1]) runs++;
        }
        var misses = n - hits;
        if (n < 10 || hits == 0 || misses == 0) return new(runs, double.NaN, 0, 1);
        var product = 2 * hits * misses;
        var expected = product / n + 1;
        var deviation = Math.Sqrt(product * (product - n) / (n * n * (n - 1)));
        var off = runs - expected;
        var score = deviation == 0 ? 0 : Math.Sign(off) * Math.Max(0, Math.Abs(off) - 0.5) / deviation;
        return new(runs, expected, score, NormalTail.TwoSided(score));
    }
}
