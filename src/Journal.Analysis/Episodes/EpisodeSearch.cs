using System.Runtime.CompilerServices;

namespace Journal.Analysis.Episodes;

/// <summary>The cheapest explanation of a daily series by a flat baseline and episodes that rise, stay and fall in straight lines.</summary>
/// <remarks>
/// Dynamic programme over days and a grid of levels; a state is the baseline at level b, or the top at level h above baseline b.
/// Ramps are arcs between states, priced in constant time from sums over their days. Cost days * levels^2 * ramp lengths;
/// memory one byte a day and state.
/// </remarks>
internal sealed partial class EpisodeSearch
{
    private static readonly int[] Rises = [1, 3, 5, 8, 11, 14, 18, 22];
    private static readonly int[] Falls = [1, 3, 5, 8, 11, 14, 18, 23, 28];
    private static readonly int[] Shifts = [1, 5, 12, 21];
    private const int Window = EpisodeWork.Window;
    private const int Same = 0, FromBelow = 1, FromAbove = 2, FirstFall = 1, FirstShift = 32;

    private readonly double[] values, weights, grid;
    private readonly EpisodeCosts costs;
    private readonly EpisodeWork work;
    private readonly int days, levels, pairs, leastGain;
    private readonly double[] baseline, top, falling; // ring buffers over the last Window days
    private readonly double[] levelSums; // the error around each level, summed up to each day
    private readonly int[] baselineFrom;
    private readonly byte[] topFrom, fallingFrom;

    public EpisodeSearch(double[] values, double[] weights, double[] grid, EpisodeCosts costs, int leastGain, EpisodeWork work)
    {
        (this.values, this.weights, this.grid, this.costs, this.leastGain, this.work) = (values, weights, grid, costs, leastGain, work);
        days = values.Length;
        levels = grid.Length;
        pairs = levels * levels;
        work.Reserve(days);
        (baseline, top, falling, levelSums) = (work.Baseline, work.Top, work.Falling, work.LevelSums);
        (baselineFrom, topFrom, fallingFrom) = (work.BaselineFrom, work.TopFrom, work.FallingFrom);
    }

    /// <summary>Cost of the explanation found, in units of -2 log likelihood.</summary>
    public double Cost { get; private set; }

    /// <summary>Explains the whole series.</summary>
    public List<FittedEpisode> Run()
    {
        for (var t = 0; t <= days; t++) Advance(t);
        return Trace();
    }

    private double Hold(int level, int from, int to) => levelSums[to * levels + level] - levelSums[from * levels + level];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Price(int t)
    {
        for (var l = 0; l < levels; l++)
        {
            var off = weights[t] == 0 ? 0 : Math.Max(0, Math.Abs(values[t] - grid[l]) - costs.Blind);
            levelSums[(t + 1) * levels + l] = levelSums[t * levels + l] + Math.Min(weights[t] * off * off, costs.Cap);
        }
    }

    /// <summary>Takes in the days before <paramref name="t"/>; to be called with 0, 1, 2 and so on.</summary>
    public void Advance(int t)
    {
        work.NextDay();
        var bases = baseline.AsSpan(t % Window * levels, levels);
        var tops = top.AsSpan(t % Window * pairs, pairs);
        bases.Fill(t == 0 ? 0 : double.PositiveInfinity);
        tops.Fill(double.PositiveInfinity);
        if (t > 0)
        {
            Price(t - 1);
            Stay(t, bases, tops);
            if (costs.Cycle < EpisodeCosts.Never)
            {
                for (var arc = 0; arc < Rises.Length; arc++) Rise(t, arc, tops);
                for (var arc = 0; arc < Falls.Length; arc++) Fall(t, arc, bases);
            }
            for (var arc = 0; arc < Shifts.Length && costs.Shift < EpisodeCosts.Never; arc++) Shift(t, arc, bases);
        }
        if (costs.Cycle < EpisodeCosts.Never) Reduce(t);
    }

    private static int Pack(int arc, int level, int low) => arc << 16 | level << 8 | low;
}
