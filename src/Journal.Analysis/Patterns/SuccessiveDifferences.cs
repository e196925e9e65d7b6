namespace Journal.Analysis.Patterns;

/// <summary>Volatility from one sample to the next.</summary>
public static class SuccessiveDifferences
{
    /// <summary>Mean square of successive differences (MSSD).</summary>
    /// <param name="values">Samples, oldest first, unit u. A pair with a NaN is left out.</param>
    /// <returns>MSSD in u squared; NaN without a pair. 1, 7, 1, 7 gives 36.</returns>
    /// <remarks>Cost n, no allocation. Source: von Neumann, Kent, Bellinson and Hart, The mean square successive difference (1941).</remarks>
    public static double MeanSquare(ReadOnlySpan<double> values)
    {
        double mean = 0;
        var pairs = 0;
        for (var i = 1; i < values.Length; i++)
        {
            var step = values[i] - values[i - 1];
            if (!double.IsNaN(step)) mean += (step * step - mean) / ++pairs;
        }
        return pairs == 0 ? double.NaN : mean;
    }

    /// <summary>Share of steps at least as large as a limit: how likely an acute change is from one sample to the next.</summary>
    /// <param name="values">Samples, oldest first, unit u. A pair with a NaN is left out.</param>
    /// <param name="limit">Size in u from which a step is acute.</param>
    /// <returns>0 to 1; NaN without a pair.</returns>
    /// <remarks>Cost n, no allocation. Source: Jahng, Wood and Trull, Analysis of affective instability in ecological momentary assessment (2008).</remarks>
    public static double AcuteShare(ReadOnlySpan<double> values, double limit)
    {
        int pairs = 0, acute = 0;
        for (var i = 1; i < values.Length; i++)
        {
            var step = Math.Abs(values[i] - values[i - 1]);
            if (double.IsNaN(step)) continue;
            pairs++;
            if (step >= limit) acute++;
        }
        return pairs == 0 ? double.NaN : (double)acute / pairs;
    }
}
