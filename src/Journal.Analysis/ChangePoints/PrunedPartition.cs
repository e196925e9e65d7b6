using System.Runtime.CompilerServices;

namespace Journal.Analysis.ChangePoints;

/// <summary>Optimal partitioning with pruning: the cheapest segmentation under any additive cost.</summary>
/// <remarks>
/// Starts that can never win again are dropped, so the cost falls from n^2 towards n when changes are frequent; memory is linear.
/// Source: Killick, Fearnhead and Eckley, Optimal detection of changepoints with a linear computational cost (2012).
/// </remarks>
internal static class PrunedPartition
{
    /// <summary>Finds the best segmentation of the first <paramref name="n"/> samples, changes only at multiples of <paramref name="stride"/>.</summary>
    /// <param name="cost">Cost of a segment.</param>
    /// <param name="n">Samples.</param>
    /// <param name="penalty">Cost of one change.</param>
    /// <param name="least">Least samples in a segment, at least 1.</param>
    /// <param name="stride">Distance between candidate starts.</param>
    /// <param name="work">Work space for at least n / stride + 2 starts.</param>
    /// <returns>How many changes were written to <see cref="PartitionWork.Changes"/>, ascending.</returns>
    public static int Solve<TCost>(in TCost cost, int n, double penalty, int least, int stride, PartitionWork work)
        where TCost : struct, ISegmentCost, allows ref struct
    {
        var (best, last, open) = (work.Best, work.Last, work.Open);
        best[0] = -penalty;
        open[0] = 0;
        work.Doomed[0] = int.MaxValue;
        var count = 1;
        var ends = (n + stride - 1) / stride;
        for (var end = 1; end <= ends; end++)
        {
            var to = Math.Min(n, end * stride);
            Extend(cost, to, end, penalty, least, stride, work, count);
            count = Prune(best[end] + penalty + cost.Surplus, end, to, least, stride, work, count);
        }
        return Backtrack(last, ends, stride, work.Changes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Extend<TCost>(in TCost cost, int to, int end, double penalty, int least, int stride, PartitionWork work, int count)
        where TCost : struct, ISegmentCost, allows ref struct
    {
        var (least1, start1) = (double.PositiveInfinity, 0);
        for (var i = 0; i < count; i++)
        {
            var start = work.Open[i];
            var total = to - start * stride < least ? double.PositiveInfinity : work.Best[start] + cost.Of(start * stride, to) + penalty;
            work.Total[i] = total;
            if (total < least1) (least1, start1) = (total, start);
        }
        work.Best[end] = least1;
        work.Last[end] = start1;
    }

    private static int Prune(double limit, int end, int to, int least, int stride, PartitionWork work, int count)
    {
        // Where segments have a least length, a beaten start can still win until its better has grown to that length.
        var grace = (least - 1) / stride;
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var start = work.Open[i];
            var tried = to - start * stride >= least;
            if (tried && work.Total[i] > limit) work.Doomed[start] = Math.Min(work.Doomed[start], end + grace);
            if (end < work.Doomed[start]) work.Open[kept++] = start;
        }
        if (double.IsInfinity(work.Best[end])) return kept;
        work.Doomed[end] = int.MaxValue;
        work.Open[kept++] = end;
        return kept;
    }

    private static int Backtrack(int[] last, int ends, int stride, int[] changes)
    {
        var count = 0;
        for (var end = last[ends]; end > 0; end = last[end]) changes[count++] = end * stride;
        Array.Reverse(changes, 0, count);
        return count;
    }
}
