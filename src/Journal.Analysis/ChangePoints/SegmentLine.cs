namespace Journal.Analysis.ChangePoints;

/// <summary>The least-squares line through one segment; flat where its slope is within noise.</summary>
internal readonly record struct SegmentLine(double First, double Last, double Slope, double Noise, int Length)
{
    public static SegmentLine Fit(ReadOnlySpan<double> values)
    {
        double n = values.Length, mean = 0, cross = 0, squares = 0, middle = (n - 1) / 2;
        for (var i = 0; i < values.Length; i++) mean += (values[i] - mean) / (i + 1);
        for (var i = 0; i < values.Length; i++) cross += (i - middle) * (values[i] - mean);
        var spread = n * (n * n - 1) / 12;
        var slope = n < 3 ? 0 : cross / spread;
        for (var i = 0; i < values.Length; i++) squares += Math.Pow(values[i] - mean - slope * (i - middle), 2);
        var noise = n < 3 ? 0 : Math.Sqrt(squares / (n - 2));
        if (Math.Abs(slope) < 2 * noise / Math.Sqrt(spread)) slope = 0;
        return new(mean - slope * middle, mean + slope * middle, slope, noise, values.Length);
    }
}
