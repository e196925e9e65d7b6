namespace Journal.Analysis.Cycles;

/// <summary>The cheapest explanation of a daily series by a flat baseline and episodes that rise, stay and fall in straight lines.</summary>
/// <remarks>
/// Dynamic programme over days and a grid of levels; a state is the baseline at level b, or the top at level h above baseline b.
/// Ramps are arcs between states, priced in constant time from sums over their days. Cost days * levels^2 * ramp lengths;
/// memory one int a day and state.
/// </remarks>
internal sealed class EpisodeSearch
{
    private static readonly int[] Rises = [1, 3, 5, 8, 11, 14, 18, 22];
    private static readonly int[] Falls = [1, 3, 5, 8, 11, 14, 18, 23, 28];
    private static readonly int[] Shifts = [1, 5, 12, 21];
    private const int Window = 64;

    private readonly double[] values, weights, grid;
    private readonly EpisodeCosts costs;
    private readonly int days, levels, pairs, minGain;
    private readonly double[] baseline, top, falling; // ring buffers over the last Window days
    private readonly int[] baselineFrom, topFrom, fallingFrom;

    private readonly double[] levelSums; // prefix sums of the error around each level, per day

    public EpisodeSearch(double[] values, double[] weights, double[] grid, EpisodeCosts costs, int minGain)
    {
        (this.values, this.weights, this.grid, this.costs, this.minGain) = (values, weights, grid, costs, minGain);
        days = values.Length;
        levels = grid.Length;
        pairs = levels * levels;
        baseline = new double[Window * levels];
        top = new double[Window * pairs];
        falling = new double[Window * pairs];
        fallingFrom = new int[Window * pairs];
        baselineFrom = new int[(days + 1) * levels];
        topFrom = new int[(days + 1) * pairs];
        levelSums = new double[(days + 1) * levels];
    }

    public double Cost { get; private set; }

    public List<FittedEpisode> Run()
    {
        for (var t = 0; t <= days; t++) Advance(t);
        return Trace();
    }

    private double Hold(int level, int from, int to) => levelSums[to * levels + level] - levelSums[from * levels + level];

    private void Price(int t)
    {
        for (var l = 0; l < levels; l++)
        {
            var off = weights[t] == 0 ? 0 : Math.Max(0, Math.Abs(values[t] - grid[l]) - costs.Blind);
            levelSums[(t + 1) * levels + l] = levelSums[t * levels + l] + Math.Min(weights[t] * off * off, costs.Cap);
        }
    }

    /// <summary>Cheapest explanation of the days before t that ends on a baseline or on top.</summary>
    public (double Baseline, double Top) Standing(int t)
    {
        double low = double.PositiveInfinity, high = double.PositiveInfinity;
        foreach (var c in baseline.AsSpan(t % Window * levels, levels)) low = Math.Min(low, c);
        foreach (var c in top.AsSpan(t % Window * pairs, pairs)) high = Math.Min(high, c);
        return (low, high);
    }

    /// <summary>Cheapest explanation of the days before t that ends in a fall.</summary>
    public double Falling(int t)
    {
        var best = double.PositiveInfinity;
        for (var s = Math.Max(1, t - 30); s < t; s++)
        {
            var from = falling.AsSpan(s % Window * pairs, pairs);
            foreach (var length in Falls)
            {
                var end = Math.Min(t, s + length);
                if (t - end > costs.Rest) continue;
                var sums = new RampSums(values, weights, s, end);
                for (var to = 0; to < levels; to++)
                {
                    var hold = Hold(to, end, t);
                    for (var l = to + 1; l < levels; l++)
                    {
                        var start = from[to * levels + l] + hold;
                        if (start < best) best = Math.Min(best, start + sums.Error(grid[l], (grid[to] - grid[l]) / length));
                    }
                }
            }
        }
        return best;
    }

    public void Advance(int t)
    {
        var b = baseline.AsSpan(t % Window * levels, levels);
        var bFrom = baselineFrom.AsSpan(t * levels, levels);
        var h = top.AsSpan(t % Window * pairs, pairs);
        var hFrom = topFrom.AsSpan(t * pairs, pairs);
        if (t > 0) Price(t - 1);
        h.Fill(double.PositiveInfinity);
        b.Fill(double.PositiveInfinity);
        if (t == 0)
        {
            b.Clear();
            Reduce(t);
            return;
        }
        var b0 = baseline.AsSpan((t - 1) % Window * levels, levels);
        var h0 = top.AsSpan((t - 1) % Window * pairs, pairs);
        for (var l = 0; l < levels; l++)
        {
            var stay = Hold(l, t - 1, t);
            b[l] = b0[l] + stay;
            bFrom[l] = 0;
            if (l > 0 && b0[l - 1] + costs.Step + stay < b[l]) { b[l] = b0[l - 1] + costs.Step + stay; bFrom[l] = 1; }
            if (l + 1 < levels && b0[l + 1] + costs.Step + stay < b[l]) { b[l] = b0[l + 1] + costs.Step + stay; bFrom[l] = 2; }
            for (var low = 0; low <= l - minGain; low++)
            {
                h[low * levels + l] = h0[low * levels + l] + stay;
                hFrom[low * levels + l] = 0;
            }
        }
        for (var r = 0; r < Rises.Length && costs.Cycle < 1e9; r++)
        {
            var length = Rises[r];
            var s = t - length - costs.Plateau;
            if (s < 0) continue;
            var sums = new RampSums(values, weights, s, s + length);
            var from = baseline.AsSpan(s % Window * levels, levels);
            for (var l = minGain; l < levels; l++)
            {
                var hold = Hold(l, s + length, t) + costs.Cycle;
                for (var low = 0; low <= l - minGain; low++)
                {
                    var cost = from[low] + hold + sums.Error(grid[low], (grid[l] - grid[low]) / length);
                    if (cost < h[low * levels + l]) { h[low * levels + l] = cost; hFrom[low * levels + l] = r + 1; }
                }
            }
        }
        for (var f = 0; f < Falls.Length && costs.Cycle < 1e9; f++)
        {
            var length = Falls[f];
            var s = t - length - costs.Rest;
            if (s < 0) continue;
            var sums = new RampSums(values, weights, s, s + length);
            var from = falling.AsSpan(s % Window * pairs, pairs);
            var fromLow = fallingFrom.AsSpan(s % Window * pairs, pairs);
            for (var low = 0; low < levels; low++)
            {
                var hold = Hold(low, s + length, t);
                for (var l = low + 1; l < levels; l++)
                {
                    var start = from[low * levels + l];
                    if (start + hold >= b[low]) continue;
                    var cost = start + hold + sums.Error(grid[l], (grid[low] - grid[l]) / length);
                    if (cost < b[low]) { b[low] = cost; bFrom[low] = Pack(1 + f, l, fromLow[low * levels + l]); }
                }
            }
        }
        for (var d = 0; d < Shifts.Length; d++)
        {
            var length = Shifts[d];
            var s = t - length - costs.Rest;
            if (s < 0) continue;
            var sums = new RampSums(values, weights, s, s + length);
            var from = baseline.AsSpan(s % Window * levels, levels);
            for (var l = 0; l < levels; l++)
            {
                var hold = Hold(l, s + length, t) + costs.Shift;
                for (var k = 0; k < levels; k++)
                {
                    if (Math.Abs(k - l) < 2 || from[k] + hold >= b[l]) continue;
                    var cost = from[k] + hold + sums.Error(grid[k], (grid[l] - grid[k]) / length);
                    if (cost < b[l]) { b[l] = cost; bFrom[l] = Pack(32 + d, k, 0); }
                }
            }
        }
        Reduce(t);
    }

    private static int Pack(int arc, int level, int low) => arc << 16 | level << 8 | low;

    /// <summary>For a fall from h to b: the best old baseline for which b counts as the way back.</summary>
    private void Reduce(int t)
    {
        var h = top.AsSpan(t % Window * pairs, pairs);
        var best = falling.AsSpan(t % Window * pairs, pairs);
        var from = fallingFrom.AsSpan(t % Window * pairs, pairs);
        best.Fill(double.PositiveInfinity);
        for (var l = minGain; l < levels; l++)
            for (var old = 0; old <= l - minGain; old++)
            {
                var cost = h[old * levels + l];
                if (double.IsInfinity(cost)) continue;
                var most = old + Math.Max(1, (int)(costs.Kept * (l - old)));
                for (var low = Math.Max(0, old - 1); low <= most && low < l; low++)
                    if (cost < best[low * levels + l]) { best[low * levels + l] = cost; from[low * levels + l] = old; }
            }
    }

    private List<FittedEpisode> Trace()
    {
        var found = new List<FittedEpisode>();
        var bestCost = double.PositiveInfinity;
        int low = 0, high = -1, t = days, erosion = days, back = days, after = -1;
        var b = baseline.AsSpan(days % Window * levels, levels);
        var h = top.AsSpan(days % Window * pairs, pairs);
        for (var l = 0; l < levels; l++)
        {
            if (b[l] < bestCost) { bestCost = b[l]; low = l; high = -1; }
        }
        for (var p = 0; p < pairs; p++)
            if (h[p] < bestCost) { bestCost = h[p]; low = p / levels; high = p % levels; }
        // a fall under way, or one with too little rest after it
        foreach (var length in Falls)
            for (var s = Math.Max(1, days - length - costs.Rest + 1); s < days; s++)
            {
                var sums = new RampSums(values, weights, s, Math.Min(days, s + length));
                var from = falling.AsSpan(s % Window * pairs, pairs);
                for (var to = 0; to < levels; to++)
                    for (var l = to + 1; l < levels; l++)
                    {
                        var cost = from[to * levels + l] + sums.Error(grid[l], (grid[to] - grid[l]) / length) + Hold(to, Math.Min(days, s + length), days);
                        if (cost >= bestCost) continue;
                        bestCost = cost;
                        (low, high, after) = (fallingFrom[s % Window * pairs + to * levels + l], l, to);
                        (t, erosion, back) = (s, s, Math.Min(days, s + length));
                    }
            }
        Cost = bestCost;
        while (t > 0)
        {
            if (high >= 0)
            {
                var arc = topFrom[t * pairs + low * levels + high];
                if (arc == 0) { t--; continue; }
                var peak = t - costs.Plateau;
                var onset = peak - Rises[arc - 1];
                found.Add(new(after >= 0 ? EpisodeKind.Cycle : EpisodeKind.Raised, onset, peak, erosion, back, grid[low], grid[high], after >= 0 ? grid[after] : grid[high]));
                (t, high, after) = (onset, -1, -1);
                continue;
            }
            var step = baselineFrom[t * levels + low];
            if (step < 3) { t--; low += step == 1 ? -1 : step == 2 ? 1 : 0; continue; }
            var (kind, level, old) = (step >> 16, step >> 8 & 255, step & 255);
            if (kind >= 32)
            {
                back = t - costs.Rest;
                t = back - Shifts[kind - 32];
                found.Add(new(EpisodeKind.Shift, t, back, days, days, grid[level], grid[low], grid[low]));
                low = level;
                continue;
            }
            back = t - costs.Rest;
            erosion = back - Falls[kind - 1];
            (t, after, low, high) = (erosion, low, old, level);
        }
        found.Reverse();
        return found;
    }
}
