namespace Journal.Analysis.Patterns;

/// <summary>Tail of the standard normal distribution.</summary>
internal static class NormalTail
{
    /// <summary>Probability of a score at least this far from 0 on either side, to 2e-7.</summary>
    /// <remarks>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26.</remarks>
    public static double TwoSided(double score)
    {
        var x = Math.Abs(score) / Math.Sqrt(2);
        var t = 1 / (1 + 0.3275911 * x);
        var series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return Math.Min(1, series * Math.Exp(-x * x));
    }
}
