namespace Journal.Analysis.Charts;

/// <summary>Run rules for a control chart.</summary>
public static class RunRules
{
    /// <summary>The rules that each sample completes.</summary>
    /// <param name="values">n samples, oldest first, unit u. NaN marks a missing one; it is skipped, so a run goes on across it.</param>
    /// <param name="mean">The mean in control, in u.</param>
    /// <param name="sigma">Standard deviation in control, in u; above 0.</param>
    /// <param name="broken">Receives n sets of rules; a missing sample breaks none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sigma"/> is not above 0.</exception>
    /// <remarks>
    /// Cost n, no allocation. In control a rule is broken about once in 92 samples when all four are used, so one broken rule is a hint, not proof.
    /// Source: Western Electric, Statistical Quality Control Handbook (1956); run length by Champ and Woodall (1987).
    /// </remarks>
    public static void Check(ReadOnlySpan<double> values, double mean, double sigma, Span<ChartRules> broken)
    {
        if (sigma is not > 0) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation must be above 0.");
        Side above = default, below = default;
        for (var i = 0; i < values.Length; i++)
        {
            broken[i] = ChartRules.None;
            if (double.IsNaN(values[i])) continue;
            var score = (values[i] - mean) / sigma;
            broken[i] = above.Add(score) | below.Add(-score);
        }
    }

    /// <summary>The last points on one side, a bit each, the newest lowest.</summary>
    private struct Side
    {
        private uint beyondTwo, beyondOne, onSide;

        public ChartRules Add(double score)
        {
            beyondTwo = beyondTwo << 1 | (score > 2 ? 1u : 0);
            beyondOne = beyondOne << 1 | (score > 1 ? 1u : 0);
            onSide = onSide << 1 | (score > 0 ? 1u : 0);
            var broken = score > 3 ? ChartRules.BeyondThree : ChartRules.None;
            if (score > 2 && uint.PopCount(beyondTwo & 0b111) >= 2) broken |= ChartRules.TwoOfThree;
            if (score > 1 && uint.PopCount(beyondOne & 0b11111) >= 4) broken |= ChartRules.FourOfFive;
            if ((onSide & 0xff) == 0xff) broken |= ChartRules.EightOnOneSide;
            return broken;
        }
    }
}
