using System.Numerics;
using System.Runtime.CompilerServices;

namespace Journal.Analysis.Episodes;

internal sealed partial class EpisodeSearch
{
    private static int Lanes => Vector<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Stay(int t, Span<double> bases, Span<double> tops)
    {
        var from = baselineFrom.AsSpan(t * levels, levels);
        var fromTop = topFrom.AsSpan(t * pairs, pairs);
        var before = baseline.AsSpan((t - 1) % Window * levels, levels);
        var topBefore = top.AsSpan((t - 1) % Window * pairs, pairs);
        for (var l = 0; l < levels; l++)
        {
            var day = Hold(l, t - 1, t);
            (bases[l], from[l]) = (before[l], Same);
            if (l > 0 && before[l - 1] + costs.Step < bases[l]) (bases[l], from[l]) = (before[l - 1] + costs.Step, FromBelow);
            if (l + 1 < levels && before[l + 1] + costs.Step < bases[l]) (bases[l], from[l]) = (before[l + 1] + costs.Step, FromAbove);
            bases[l] += day;
            for (var low = 0; low <= l - leastGain && costs.Cycle < EpisodeCosts.Never; low++)
                (tops[low * levels + l], fromTop[low * levels + l]) = (topBefore[low * levels + l] + day, (byte)Same);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rise(int t, int arc, Span<double> tops)
    {
        var length = Rises[arc];
        var start = t - length - costs.Plateau;
        if (start < 0) return;
        var sums = new RampSums(values, weights, start, start + length);
        var before = baseline.AsSpan(start % Window * levels, levels);
        var from = topFrom.AsSpan(t * pairs, pairs);
        Span<double> hold = stackalloc double[levels];
        for (var high = 0; high < levels; high++) hold[high] = Hold(high, start + length, t) + costs.Cycle;
        for (var low = 0; low + leastGain < levels; low++)
        {
            var line = new RampFrom(sums, grid[low], length, before[low]);
            var row = low * levels;
            var high = low + leastGain;
            for (; high + Lanes <= levels; high += Lanes)
            {
                var cost = line.To(new Vector<double>(grid, high)) + new Vector<double>(hold[high..]);
                if (!Vector.LessThanAny(cost, new Vector<double>(tops[(row + high)..]))) continue;
                for (var i = 0; i < Lanes; i++) if (cost[i] < tops[row + high + i]) (tops[row + high + i], from[row + high + i]) = (cost[i], (byte)(arc + 1));
            }
            for (; high < levels; high++)
                if (line.To(grid[high]) + hold[high] is var cost && cost < tops[row + high]) (tops[row + high], from[row + high]) = (cost, (byte)(arc + 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fall(int t, int arc, Span<double> bases)
    {
        var length = Falls[arc];
        var start = t - length - costs.Rest;
        if (start < 0) return;
        var sums = new RampSums(values, weights, start, start + length);
        var before = falling.AsSpan(start % Window * pairs, pairs);
        var old = fallingFrom.AsSpan(start % Window * pairs, pairs);
        var from = baselineFrom.AsSpan(t * levels, levels);
        for (var low = 0; low < levels; low++)
        {
            var row = low * levels;
            var hold = Hold(low, start + length, t);
            for (var high = low + 1; high < levels; high++)
            {
                // Hardly any fall can still win: whole lanes are passed over at once.
                if (high + Lanes <= levels && !Vector.LessThanAny(new Vector<double>(before[(row + high)..]), new Vector<double>(bases[low] - hold)))
                {
                    high += Lanes - 1;
                    continue;
                }
                var sofar = before[row + high] + hold;
                if (sofar >= bases[low]) continue;
                var cost = sofar + sums.Error(grid[high], (grid[low] - grid[high]) / length);
                if (cost < bases[low]) (bases[low], from[low]) = (cost, Pack(FirstFall + arc, high, old[row + high]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Shift(int t, int arc, Span<double> bases)
    {
        var length = Shifts[arc];
        var start = t - length - costs.Rest;
        if (start < 0) return;
        var sums = new RampSums(values, weights, start, start + length);
        var before = baseline.AsSpan(start % Window * levels, levels);
        var from = baselineFrom.AsSpan(t * levels, levels);
        for (var to = 0; to < levels; to++)
        {
            var fixedCost = Hold(to, start + length, t) + costs.Shift;
            for (var l = 0; l < levels; l++)
            {
                if (l + Lanes <= levels && !Vector.LessThanAny(new Vector<double>(before[l..]), new Vector<double>(bases[to] - fixedCost)))
                {
                    l += Lanes - 1;
                    continue;
                }
                if (Math.Abs(l - to) < 2 || before[l] + fixedCost >= bases[to]) continue;
                var cost = before[l] + fixedCost + sums.Error(grid[l], (grid[to] - grid[l]) / length);
                if (cost < bases[to]) (bases[to], from[to]) = (cost, Pack(FirstShift + arc, l, 0));
            }
        }
    }

    /// <summary>For a fall from h to b: the best old baseline for which b counts as the way back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reduce(int t)
    {
        var h = top.AsSpan(t % Window * pairs, pairs);
        var best = falling.AsSpan(t % Window * pairs, pairs);
        var from = fallingFrom.AsSpan(t % Window * pairs, pairs);
        best.Fill(double.PositiveInfinity);
        for (var old = 0; old + leastGain < levels; old++)
            for (var low = Math.Max(0, old - 1); low < levels; low++)
            {
                // Up to one level above the old baseline always counts; more only where the gain was large enough.
                var least = low - old <= 1 ? leastGain : Math.Max(leastGain, (int)Math.Ceiling((low - old) / costs.Kept));
                var first = Math.Max(old + least, low + 1);
                if (first >= levels) break;
                Lower(best.Slice(low * levels, levels), from.Slice(low * levels, levels), h.Slice(old * levels, levels), first, (byte)old);
            }
    }

    /// <summary>Keeps the lower of two rows of costs, and where it came from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lower(Span<double> best, Span<byte> from, ReadOnlySpan<double> costs, int first, byte old)
    {
        for (var l = first; l < best.Length; l++)
        {
            if (l + Lanes <= best.Length && !Vector.LessThanAny(new Vector<double>(costs[l..]), new Vector<double>(best[l..])))
            {
                l += Lanes - 1;
                continue;
            }
            if (costs[l] < best[l]) (best[l], from[l]) = (costs[l], old);
        }
    }

    /// <summary>Squared error around the lines from one level to others, as a polynomial in the level they end on.</summary>
    private readonly ref struct RampFrom
    {
        private readonly double start, flat, rise, bend;

        public RampFrom(in RampSums sums, double start, double length, double before)
        {
            this.start = start;
            (flat, rise, bend) = sums.Lines(start, length);
            flat += before;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double To(double end) => flat + (end - start) * (rise + (end - start) * bend);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<double> To(Vector<double> ends)
        {
            var off = ends - new Vector<double>(start);
            return new Vector<double>(flat) + off * (new Vector<double>(rise) + off * new Vector<double>(bend));
        }
    }
}
