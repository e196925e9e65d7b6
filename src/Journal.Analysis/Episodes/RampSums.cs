using System.Runtime.CompilerServices;

namespace Journal.Analysis.Episodes;

/// <summary>Weighted sums over a window of days that give the squared error around any straight line in constant time.</summary>
internal readonly struct RampSums
{
    private readonly double w, u, uu, y, uy, yy;

    /// <summary>Takes the days from <paramref name="from"/> up to but without <paramref name="to"/>.</summary>
    public RampSums(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            double weight = weights[t], value = values[t], day = t - from;
            if (weight == 0) continue;
            w += weight;
            u += weight * day;
            uu += weight * day * day;
            y += weight * value;
            uy += weight * value * day;
            yy += weight * value * value;
        }
    }

    /// <summary>Weighted squared error around the line that starts at <paramref name="level"/> on the first day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Error(double level, double slope) =>
        yy - 2 * (level * y + slope * uy) + level * level * w + slope * (2 * level * u + slope * uu);

    /// <summary>The same for all lines from <paramref name="level"/> that last <paramref name="length"/> days: error = Flat + d Rise + d^2 Bend, d being how much higher they end.</summary>
    public (double Flat, double Rise, double Bend) Lines(double level, double length) =>
        (yy - 2 * level * y + level * level * w, 2 * (level * u - uy) / length, uu / (length * length));
}
