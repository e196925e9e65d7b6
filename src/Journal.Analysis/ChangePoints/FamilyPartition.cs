using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Journal.Analysis.ChangePoints;

/// <summary>The cheapest segmentations of one series under several ideas of its noise at once.</summary>
/// <remarks>
/// Optimal partitioning with pruning, one lane a noise level: the error of a segment is worked out once for all of them. A start is dropped when no lane can
/// win from it any more. Source: Killick, Fearnhead and Eckley (2012). At most eight lanes.
/// </remarks>
internal sealed class FamilyPartition
{
    private const int Lanes = 8;
    private const double Never = 1e300;

    private readonly double[] best, total;
    private readonly int[] last, open, doomed;
    private readonly Vector512<double> precision, slope, penalty;
    private readonly int least, count;
    private int ends;

    public FamilyPartition(int starts, double[] variances, double penalty, double slopeCost, int least)
    {
        if (variances.Length is 0 or > Lanes) throw new ArgumentException($"There are 1 to {Lanes} noise levels.", nameof(variances));
        (best, total, last, open, doomed) = (new double[starts * Lanes], new double[starts * Lanes], new int[starts * Lanes], new int[starts], new int[starts]);
        Span<double> lanes = stackalloc double[Lanes];
        for (var v = 0; v < Lanes; v++) lanes[v] = 1 / variances[Math.Min(v, variances.Length - 1)];
        (precision, slope, this.penalty) = (Vector512.Create<double>(lanes), Vector512.Create(slopeCost), Vector512.Create(penalty));
        (this.least, count) = (least, variances.Length);
    }

    /// <summary>Segments the first <paramref name="n"/> samples, changes only at multiples of <paramref name="stride"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(SegmentSums sums, int n, int stride)
    {
        (-penalty).CopyTo(best);
        (open[0], doomed[0]) = (0, int.MaxValue);
        var kept = 1;
        var grace = (least - 1) / stride;
        ends = (n + stride - 1) / stride;
        for (var end = 1; end <= ends; end++)
        {
            var to = Math.Min(n, end * stride);
            var (lowest, from) = (Vector512.Create(Never), Vector512<double>.Zero);
            for (var i = 0; i < kept; i++)
            {
                var start = open[i];
                var costs = Vector512.Create(Never);
                if (to - start * stride >= least)
                {
                    var (flat, line) = sums.Errors(start * stride, to);
                    var segment = Vector512.Min(precision * flat, precision * line + slope);
                    costs = Vector512.Create(best, start * Lanes) + segment + penalty;
                    var less = Vector512.LessThan(costs, lowest);
                    lowest = Vector512.ConditionalSelect(less, costs, lowest);
                    from = Vector512.ConditionalSelect(less, Vector512.Create((double)start), from);
                }
                costs.CopyTo(total, i * Lanes);
            }
            lowest.CopyTo(best, end * Lanes);
            for (var v = 0; v < Lanes; v++) last[end * Lanes + v] = (int)from[v];
            kept = Prune(lowest + penalty + slope, end, to, stride, grace, kept);
            if (lowest[0] >= Never) continue;
            (doomed[end], open[kept++]) = (int.MaxValue, end);
        }
    }

    // Where segments have a least length, a beaten start can still win until its better has grown to that length.
    private int Prune(Vector512<double> limit, int end, int to, int stride, int grace, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var start = open[i];
            if (to - start * stride >= least && Vector512.GreaterThanAll(Vector512.Create(total, i * Lanes), limit)) doomed[start] = Math.Min(doomed[start], end + grace);
            if (end < doomed[start]) open[kept++] = start;
        }
        return kept;
    }

    /// <summary>The changes of one lane, ascending.</summary>
    public int[] Changes(int lane, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lane, count);
        var changes = new List<int>();
        for (var end = last[ends * Lanes + lane]; end > 0; end = last[end * Lanes + lane]) changes.Add(end * stride);
        changes.Reverse();
        return [.. changes];
    }
}
