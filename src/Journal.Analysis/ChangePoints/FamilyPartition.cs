using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Journal.Analysis.ChangePoints;

/// <summary>The cheapest segmentations of one series under several ideas of its noise at once.</summary>
/// <remarks>
/// Optimal partitioning with pruning: the errors of all segments that end at one place are worked out once for all noise levels, four starts at a time. A start is dropped when no
/// noise level can win from it any more, and each level passes over the starts before the first that it can win from.
/// Source: Killick, Fearnhead and Eckley (2012). At most eight noise levels.
/// </remarks>
internal sealed class FamilyPartition
{
    private const int MostLanes = 8;
    private const int Width = 4;

    // Starts are weeded out once a quarter more of them stand open than the last weeding left: what stands too long is never chosen, it only takes time.
    private const int Weeded = 16;

    private readonly int lanes, starts, capacity, least;
    private readonly double slope, penalty;
    private readonly double[] precision;
    private readonly double[] best; // by lane: the cheapest way to each open start
    private readonly double[] places, sums, weighted, squares, flat, line; // by open start
    private readonly double[] means, steeps; // by the places between a start and an end, the longest first: what a squared sum takes off the squares, and a squared cross sum
    private readonly int[] last, open, doomed;
    private readonly int[] first, firstToBe; // by lane: the first start it can still win from
    private int ends, kept, eligible;

    public FamilyPartition(int starts, double[] variances, double penalty, double slopeCost, int least)
    {
        if (variances.Length is 0 or > MostLanes) throw new ArgumentException($"There are 1 to {MostLanes} noise levels.", nameof(variances));
        (lanes, this.starts, capacity, this.penalty, slope, this.least) = (variances.Length, starts, starts + Width, penalty, slopeCost, least);
        precision = [.. variances.Select(variance => 1 / variance)];
        (best, first, firstToBe) = (new double[lanes * capacity], new int[lanes], new int[lanes]);
        (places, sums, weighted) = (new double[capacity], new double[capacity], new double[capacity]);
        (squares, flat, line) = (new double[capacity], new double[capacity], new double[capacity]);
        (means, steeps) = (new double[capacity], new double[capacity]);
        (last, open, doomed) = (new int[lanes * starts], new int[capacity], new int[capacity]);
    }

    /// <summary>Segments the first <paramref name="n"/> samples, changes only at multiples of <paramref name="stride"/>.</summary>
    public void Solve(SegmentSums series, int n, int stride, CancellationToken cancel = default)
    {
        Span<double> lowest = stackalloc double[lanes];
        lowest.Fill(-penalty);
        first.AsSpan().Clear();
        firstToBe.AsSpan().Clear();
        open.AsSpan().Clear();
        (kept, eligible, ends) = (0, 0, (n + stride - 1) / stride);
        Open(0, 0, series, lowest);
        Measure(stride, 0);
        var (weed, grace, settled) = (Weeded, (least - 1) / stride, 0);
        for (var end = 1; end <= ends; end++)
        {
            cancel.ThrowIfCancellationRequested();
            var to = Math.Min(n, end * stride);
            while (eligible < kept && to - open[eligible] * stride >= least) eligible++;
            if (eligible == 0) continue;
            if (end > settled) firstToBe.CopyTo(first, 0);
            if (to < end * stride) Measure(stride, end * stride - to);
            Errors(series, to, starts - 1 - end);
            for (var v = 0; v < lanes; v++) (lowest[v], last[end * lanes + v]) = Cheapest(v);
            if (kept >= weed && end > settled)
            {
                Weed(lowest, end, grace);
                (weed, settled) = (kept + kept / 4 + Weeded, end + grace);
            }
            Open(end, to, series, lowest);
        }
    }

    /// <summary>The changes of one noise level, ascending.</summary>
    public int[] Changes(int lane, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lane, lanes);
        var changes = new List<int>();
        for (var end = last[ends * lanes + lane]; end > 0; end = last[end * lanes + lane]) changes.Add(end * stride);
        changes.Reverse();
        return [.. changes];
    }

    private void Open(int start, int place, SegmentSums series, ReadOnlySpan<double> lowest)
    {
        var at = kept++;
        (open[at], doomed[at], places[at]) = (start, int.MaxValue, place);
        (sums[at], weighted[at], squares[at]) = series.At(place);
        for (var v = 0; v < lanes; v++) best[v * capacity + at] = lowest[v];
    }

    // Segments that end before the last place of their stride are shorter by as much.
    private void Measure(int stride, int less)
    {
        for (var k = 1; k < starts; k++)
        {
            double n = k * stride - less;
            (means[starts - 1 - k], steeps[starts - 1 - k]) = (1 / n, n < 2 ? 0 : 12 / (n * (n * n - 1)));
        }
    }

    /// <summary>Squared errors of the segments from each open start, as <see cref="SegmentSums.Errors"/> has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Errors(SegmentSums series, int to, int shortest)
    {
        var (sum, cross, square) = series.At(to);
        var (ofSum, ofCross, ofSquare) = (Vector256.Create(sum), Vector256.Create(cross), Vector256.Create(square));
        var (centre, half, none) = (Vector256.Create((to - 1) * 0.5 - series.Middle), Vector256.Create(0.5), Vector256<double>.Zero);
        ReadOnlySpan<double> before = sums, beforeCross = weighted, beforeSquares = squares, froms = places, ofMean = means, ofSlope = steeps;
        Span<double> flats = flat, lines = line;
        ReadOnlySpan<int> starts = open;
        for (var i = 0; i < eligible; i += Width)
        {
            var (first, inRow) = (shortest + starts[i], starts[i + Width - 1] - starts[i] == Width - 1);
            var of = ofSum - Read(before, i);
            var apart = ofCross - Read(beforeCross, i) - (Read(froms, i) * half + centre) * of;
            var around = Vector256.MaxNative(none, ofSquare - Read(beforeSquares, i) - of * of * (inRow ? Read(ofMean, first) : Picked(ofMean, i, shortest)));
            Write(flats, i, around);
            Write(lines, i, Vector256.MaxNative(none, around - apart * apart * (inRow ? Read(ofSlope, first) : Picked(ofSlope, i, shortest))));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector256<double> Picked(ReadOnlySpan<double> from, int at, int shortest)
    {
        var row = from[shortest..];
        return Vector256.Create(row[open[at]], row[open[at + 1]], row[open[at + 2]], row[open[at + 3]]);
    }

    /// <summary>The cheapest cost of one lane, with that of a change, and the start it comes from; of equal ones the earliest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Cost, int Start) Cheapest(int lane)
    {
        var (weight, bend) = (Vector256.Create(precision[lane]), Vector256.Create(slope));
        var (lowest, from, i) = (Vector256.Create(double.PositiveInfinity), Vector256<double>.Zero, first[lane]);
        var (at, step) = (Vector256.Create(0.0, 1, 2, 3) + Vector256.Create((double)i), Vector256.Create((double)Width));
        ReadOnlySpan<double> ways = best.AsSpan(lane * capacity), flats = flat, lines = line;
        var whole = eligible - Width;
        for (; i <= whole; i += Width)
        {
            var cost = Read(ways, i) + Vector256.MinNative(weight * Read(flats, i), weight * Read(lines, i) + bend);
            from = Vector256.ConditionalSelect(Vector256.LessThan(cost, lowest), at, from);
            lowest = Vector256.MinNative(cost, lowest);
            at += step;
        }
        var (cheapest, place) = (double.PositiveInfinity, 0);
        for (var k = 0; k < Width; k++)
            if (lowest[k] < cheapest || (lowest[k] == cheapest && from[k] < place)) (cheapest, place) = (lowest[k], (int)from[k]);
        for (; i < eligible; i++)
            if (Cost(lane, i) is var cost && cost < cheapest) (cheapest, place) = (cost, i);
        return (cheapest + penalty, open[place]);
    }

    private double Cost(int lane, int at) => best[lane * capacity + at] + Math.Min(precision[lane] * flat[at], precision[lane] * line[at] + slope);

    /// <summary>Drops the starts that no lane can win from, and finds the first of each lane.</summary>
    // Where segments have a least length, a beaten start can still win until its better has grown to that length.
    private void Weed(ReadOnlySpan<double> lowest, int end, int grace)
    {
        Span<bool> leading = stackalloc bool[lanes];
        leading.Fill(true);
        Span<int> passed = stackalloc int[lanes];
        firstToBe.AsSpan().Clear();
        var (count, before) = (kept, eligible);
        (kept, eligible) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var beaten = true;
            for (var v = 0; v < lanes; v++)
            {
                if (i < first[v] || (i < before && Cost(v, i) > lowest[v] + slope)) continue;
                beaten = leading[v] = false;
            }
            if (beaten) doomed[i] = Math.Min(doomed[i], end + grace);
            if (end >= doomed[i]) continue;
            if (kept < i) Move(i, kept);
            kept++;
            if (i < before) eligible++;
            for (var v = 0; v < lanes; v++)
            {
                if (i < first[v]) passed[v]++;
                if (leading[v]) firstToBe[v] = kept;
            }
        }
        passed.CopyTo(first);
        open.AsSpan(kept, count - kept).Clear();
    }

    private void Move(int from, int to)
    {
        (open[to], doomed[to], places[to], sums[to], weighted[to], squares[to]) = (open[from], doomed[from], places[from], sums[from], weighted[from], squares[from]);
        for (var v = 0; v < lanes; v++) best[v * capacity + to] = best[v * capacity + from];
    }

    private static Vector256<double> Read(ReadOnlySpan<double> from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)at);

    private static void Write(Span<double> to, int at, Vector256<double> value) => value.StoreUnsafe(ref MemoryMarshal.GetReference(to), (nuint)at);
}
