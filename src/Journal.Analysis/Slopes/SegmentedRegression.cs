namespace Journal.Analysis.Slopes;

/// <summary>Two lines that meet in a knee, where they explain the data better than one.</summary>
/// <param name="Knee">Where the slope changes, in the unit of x; null when one line will do.</param>
/// <param name="Low">Lower end of the 95 % interval of the knee; null without one.</param>
/// <param name="High">Upper end.</param>
/// <param name="SlopeBefore">Slope below the knee, or of the one line.</param>
/// <param name="SlopeAfter">Slope above it, or of the one line.</param>
/// <param name="Gain">By how much the knee lowers the BIC; negative or 0 without one.</param>
public readonly record struct SegmentedRegression(double? Knee, double? Low, double? High, double SlopeBefore, double SlopeAfter, double Gain)
{
    private const int Steps = 200;
    private const double LeastGain = 6; // "strong" evidence by Kass and Raftery's scale

    /// <summary>Fits one knee by least squares, if the data ask for it.</summary>
    /// <param name="x">n places in any order, any unit.</param>
    /// <param name="y">n samples; a pair with a NaN is left out.</param>
    /// <returns>The fit; no knee with fewer than eight known pairs or without five different places.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>
    /// Cost 200 n: the knee is sought on a grid from the 10th to the 90th percentile of x. The interval holds the knees the data cannot tell from the best
    /// (profile likelihood). Source: Hudson, Fitting segmented curves whose join points have to be estimated (1966); Muggeo (2003).
    /// </remarks>
    public static SegmentedRegression Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"There are {x.Length} places for {y.Length} samples.", nameof(x));
        var (places, samples) = Known(x, y);
        var n = places.Length;
        if (n < 8 || places.Distinct().Take(5).Count() < 5) return new(null, null, null, double.NaN, double.NaN, 0);
        var line = HingeFit.Of(places, samples, double.PositiveInfinity);
        double from = places[n / 10], to = places[n - 1 - n / 10];
        Span<double> errors = stackalloc double[Steps + 1];
        var best = 0;
        for (var i = 0; i <= Steps; i++)
        {
            errors[i] = HingeFit.Of(places, samples, from + (to - from) * i / Steps).Error;
            if (errors[i] < errors[best]) best = i;
        }
        // Two more parameters: the knee and the second slope. A perfect line leaves nothing to gain.
        var floor = 1e-20 * (line.Spread + double.Epsilon);
        var gain = line.Error <= floor ? 0 : n * Math.Log(line.Error / Math.Max(errors[best], floor)) - 2 * Math.Log(n);
        if (gain < LeastGain) return new(null, null, null, line.Slope, line.Slope, gain);
        var limit = errors[best] * (1 + 3.84 / Math.Max(1, n - 4)) + floor;
        int low = best, high = best;
        while (low > 0 && errors[low - 1] <= limit) low--;
        while (high < Steps && errors[high + 1] <= limit) high++;
        var at = from + (to - from) * best / Steps;
        var knee = HingeFit.Of(places, samples, at);
        return new(at, from + (to - from) * low / Steps, from + (to - from) * high / Steps, knee.Slope, knee.Slope + knee.Turn, gain);
    }

    private static (double[] X, double[] Y) Known(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (places, samples) = (new List<double>(x.Length), new List<double>(x.Length));
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            places.Add(x[i]);
            samples.Add(y[i]);
        }
        double[] sorted = [.. places], values = [.. samples];
        Array.Sort(sorted, values);
        return (sorted, values);
    }
}
