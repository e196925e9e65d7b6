namespace Journal.Analysis.Chance;

/// <summary>By how much a mean changed, with what the memory of the series leaves of its observations.</summary>
/// <param name="Change">Mean after less mean before.</param>
/// <param name="Error">Its standard error; NaN where a side has fewer than two values.</param>
/// <param name="EffectiveBefore">Independent observations that the values before are worth.</param>
/// <param name="EffectiveAfter">Those after.</param>
/// <param name="Memory">Correlation of the residuals from one to the next, pooled over both sides.</param>
public readonly record struct MeanChange(double Change, double Error, double EffectiveBefore, double EffectiveAfter, double Memory)
{
    private const double MostInflation = 9, Z = 1.959964;

    /// <summary>Lower end of the 95 % interval.</summary>
    public double Low => Change - Reach;

    /// <summary>Upper end.</summary>
    public double High => Change + Reach;

    // Few observations widen the interval by Student's t, to the second term of its expansion.
    private double Reach
    {
        get
        {
            var freedom = Math.Max(1, EffectiveBefore + EffectiveAfter - 2);
            return Error * (Z + (Z * Z * Z + Z) / (4 * freedom) + (5 * Math.Pow(Z, 5) + 16 * Z * Z * Z + 3 * Z) / (96 * freedom * freedom));
        }
    }

    /// <summary>Times the variance of a mean is wider than that of independent values.</summary>
    public static double Inflation(double memory) => memory >= 0.8 ? MostInflation : Math.Clamp((1 + memory) / (1 - memory), 0, MostInflation);

    /// <summary>What n values with memory are worth: 16 of memory one half are worth 5.33.</summary>
    public static double EffectiveN(int n, double memory) => n / Math.Max(1, Inflation(memory));

    /// <summary>The change between two stretches of one series.</summary>
    /// <param name="before">Known values before, oldest first.</param>
    /// <param name="after">Known values after.</param>
    /// <exception cref="ArgumentException">A side is empty.</exception>
    /// <remarks>Cost n. Variance of a mean s^2 / n x (1 + r) / (1 - r), the factor between 1 and 9: memory that would narrow it is not believed.</remarks>
    public static MeanChange Of(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        if (before.IsEmpty || after.IsEmpty) throw new ArgumentException("Each side takes at least one value.", nameof(before));
        var (meanBefore, meanAfter) = (Mean(before), Mean(after));
        double cross = 0, squares = 0;
        var (left, right) = (Squares(before, meanBefore, ref cross), Squares(after, meanAfter, ref cross));
        squares = left + right;
        var memory = squares > 0 ? cross / squares : 0;
        var (n, m) = (EffectiveN(before.Length, memory), EffectiveN(after.Length, memory));
        var error = before.Length < 2 || after.Length < 2 ? double.NaN : Math.Sqrt(left / (before.Length - 1) / n + right / (after.Length - 1) / m);
        return new(meanAfter - meanBefore, error, n, m, memory);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        for (var i = 0; i < values.Length; i++) mean += (values[i] - mean) / (i + 1);
        return mean;
    }

    private static double Squares(ReadOnlySpan<double> values, double mean, ref double cross)
    {
        var squares = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
            if (i > 0) cross += (values[i] - mean) * (values[i - 1] - mean);
        }
        return squares;
    }
}
