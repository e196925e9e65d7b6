namespace Journal.Analysis.Calibration;

/// <summary>How good stated probabilities are.</summary>
public static class BrierScore
{
    /// <summary>Mean squared distance of the stated probabilities from what came.</summary>
    /// <param name="stated">n probabilities, 0 to 1.</param>
    /// <param name="cameTrue">n outcomes.</param>
    /// <returns>0 for a seer, 0.25 for saying one half always, 1 at worst; NaN without forecasts.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a probability lies outside 0 to 1.</exception>
    /// <remarks>Cost n, no allocation. Source: Brier, Verification of forecasts expressed in terms of probability (1950).</remarks>
    public static double Of(ReadOnlySpan<double> stated, ReadOnlySpan<bool> cameTrue)
    {
        Check(stated, cameTrue);
        var mean = 0.0;
        for (var i = 0; i < stated.Length; i++)
        {
            var off = stated[i] - (cameTrue[i] ? 1 : 0);
            mean += (off * off - mean) / (i + 1);
        }
        return stated.IsEmpty ? double.NaN : mean;
    }

    /// <summary>Sorts forecasts into bins of equal width.</summary>
    /// <param name="stated">n probabilities, 0 to 1.</param>
    /// <param name="cameTrue">n outcomes.</param>
    /// <param name="bins">Receives the bins; its length says how many, at least 1.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>, or there is no bin.</exception>
    /// <remarks>Cost n + bins, no allocation.</remarks>
    public static void Calibrate(ReadOnlySpan<double> stated, ReadOnlySpan<bool> cameTrue, Span<CalibrationBin> bins)
    {
        Check(stated, cameTrue);
        if (bins.IsEmpty) throw new ArgumentException("There must be at least one bin.", nameof(bins));
        for (var b = 0; b < bins.Length; b++) bins[b] = new((double)b / bins.Length, (b + 1.0) / bins.Length, 0, double.NaN, double.NaN);
        for (var i = 0; i < stated.Length; i++)
        {
            ref var bin = ref bins[Math.Min(bins.Length - 1, (int)(stated[i] * bins.Length))];
            var count = bin.Count + 1;
            bin = bin with { Count = count, Stated = Mean(bin.Stated, stated[i], count), Observed = Mean(bin.Observed, cameTrue[i] ? 1 : 0, count) };
        }
    }

    private static double Mean(double sofar, double value, int count) => count == 1 ? value : sofar + (value - sofar) / count;

    private static void Check(ReadOnlySpan<double> stated, ReadOnlySpan<bool> cameTrue)
    {
        if (stated.Length != cameTrue.Length) throw new ArgumentException($"There are {stated.Length} probabilities for {cameTrue.Length} outcomes.", nameof(cameTrue));
        foreach (var p in stated)
            if (p is not (>= 0 and <= 1)) throw new ArgumentException($"A probability of {p} is not possible.", nameof(stated));
    }
}
