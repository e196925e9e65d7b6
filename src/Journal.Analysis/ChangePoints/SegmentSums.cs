using System.Runtime.CompilerServices;

namespace Journal.Analysis.ChangePoints;

/// <summary>Prefix sums over a centred, scaled series that give the error of any segment around its mean or line in constant time.</summary>
/// <remarks>The series must be near zero mean and unit spread (z-scores), so that the differences of sums do not cancel.</remarks>
internal readonly ref struct SegmentSums(ReadOnlySpan<double> sum, ReadOnlySpan<double> weighted, ReadOnlySpan<double> squares)
{
    private readonly ReadOnlySpan<double> sum = sum, weighted = weighted, squares = squares;

    /// <summary>The position that the weights are counted from.</summary>
    public int Middle => (sum.Length - 1) / 2;

    /// <summary>The three sums of all samples before a place.</summary>
    public (double Sum, double Weighted, double Squares) At(int place) => (sum[place], weighted[place], squares[place]);

    /// <summary>Fills the three sums, each one longer than the series.</summary>
    public static void Fill(ReadOnlySpan<double> values, Span<double> sum, Span<double> weighted, Span<double> squares)
    {
        sum[0] = weighted[0] = squares[0] = 0;
        var middle = values.Length / 2;
        for (var t = 0; t < values.Length; t++)
        {
            sum[t + 1] = sum[t] + values[t];
            weighted[t + 1] = weighted[t] + values[t] * (t - middle);
            squares[t + 1] = squares[t] + values[t] * values[t];
        }
    }

    /// <summary>The level of a segment, its slope where that is worth its cost, and the position the level belongs to.</summary>
    public (double Level, double Slope, double Middle) Fit(int from, int to, double variance, double slopeCost)
    {
        double n = to - from, total = sum[to] - sum[from], middle = (from + to - 1) * 0.5;
        var (flat, line) = Errors(from, to);
        if (n < 3 || flat / variance <= line / variance + slopeCost) return (total / n, 0, middle);
        var cross = weighted[to] - weighted[from] - (middle - Middle) * total;
        return (total / n, 12 * cross / (n * (n * n - 1)), middle);
    }

    /// <summary>Squared error around the mean, and how much less it is around the least-squares line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double Flat, double Line) Errors(int from, int to)
    {
        double n = to - from, total = sum[to] - sum[from];
        if (n < 2) return (0, 0);
        // One division for both: 12 / (n (n^2 - 1)) of the slope holds the 1 / n of the mean.
        var slope = 12 / (n * (n * n - 1));
        var flat = Math.Max(0, squares[to] - squares[from] - total * total * slope * (n * n - 1) * (1.0 / 12));
        var centre = (from + to - 1) * 0.5 - Middle;
        var cross = weighted[to] - weighted[from] - centre * total;
        return (flat, n < 3 ? 0 : Math.Max(0, flat - cross * cross * slope));
    }
}
