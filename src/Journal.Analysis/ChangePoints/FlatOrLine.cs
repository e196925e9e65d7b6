using System.Runtime.CompilerServices;

namespace Journal.Analysis.ChangePoints;

/// <summary>A segment is a constant level, or a line when the line is worth its slope.</summary>
internal readonly ref struct FlatOrLine(SegmentSums sums, double variance, double slopeCost) : ISegmentCost
{
    private readonly SegmentSums sums = sums;
    private readonly double precision = 1 / variance, slopeCost = slopeCost;

    public double Surplus => slopeCost;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Of(int from, int to)
    {
        var (flat, line) = sums.Errors(from, to);
        return Math.Min(flat * precision, line * precision + slopeCost);
    }
}
