namespace Journal.Analysis.Chance;

/// <summary>Which of several probabilities hold when all are looked at together, however they depend on one another.</summary>
public static class BenjaminiYekutieli
{
    /// <summary>The limit of the rank-th smallest probability.</summary>
    /// <param name="rank">From 1.</param>
    /// <param name="count">How many probabilities there are.</param>
    /// <param name="rate">The share of false ones that is accepted among those that hold.</param>
    public static double Limit(int rank, int count, double rate)
    {
        var harmonic = 0.0;
        for (var i = 1; i <= count; i++) harmonic += 1.0 / i;
        return rank * rate / (count * harmonic);
    }

    /// <summary>Marks those that hold.</summary>
    /// <param name="probabilities">m probabilities, 0 to 1, in any order.</param>
    /// <param name="rate">The share of false ones that is accepted among those that hold, such as 0.1.</param>
    /// <param name="holds">Receives m answers.</param>
    /// <returns>How many hold.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    /// <remarks>Cost m log m. Source: Benjamini and Yekutieli, The control of the false discovery rate in multiple testing under dependency (2001).</remarks>
    public static int Hold(ReadOnlySpan<double> probabilities, double rate, Span<bool> holds)
    {
        if (holds.Length != probabilities.Length) throw new ArgumentException($"There is room for {holds.Length} answers to {probabilities.Length} probabilities.", nameof(holds));
        var sorted = probabilities.ToArray();
        Array.Sort(sorted);
        var limit = double.NegativeInfinity;
        for (var i = 0; i < sorted.Length; i++)
            if (sorted[i] <= Limit(i + 1, sorted.Length, rate)) limit = sorted[i];
        var count = 0;
        for (var i = 0; i < probabilities.Length; i++) count += (holds[i] = probabilities[i] <= limit) ? 1 : 0;
        return count;
    }
}
