using System.Runtime.CompilerServices;

namespace Journal.Analysis.Cycles;

internal sealed partial class EpisodeSearch
{
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
        for (var high = leastGain; high < levels; high++)
        {
            var fixedCost = Hold(high, start + length, t) + costs.Cycle;
            for (var low = 0; low <= high - leastGain; low++)
            {
                var cost = before[low] + fixedCost + sums.Error(grid[low], (grid[high] - grid[low]) / length);
                if (cost < tops[low * levels + high]) (tops[low * levels + high], from[low * levels + high]) = (cost, (byte)(arc + 1));
            }
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
            var hold = Hold(low, start + length, t);
            for (var high = low + 1; high < levels; high++)
            {
                var sofar = before[low * levels + high] + hold;
                if (sofar >= bases[low]) continue;
                var cost = sofar + sums.Error(grid[high], (grid[low] - grid[high]) / length);
                if (cost < bases[low]) (bases[low], from[low]) = (cost, Pack(FirstFall + arc, high, old[low * levels + high]));
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
                if (Math.Abs(l - to) < 2 || before[l] + fixedCost >= bases[to]) continue;
                var cost = before[l] + fixedCost + sums.Error(grid[l], (grid[to] - grid[l]) / length);
                if (cost < bases[to]) (bases[to], from[to]) = (cost, Pack(FirstShift + arc, l, 0));
            }
        }
    }
}
