using Journal.Analysis.Scale;

namespace Journal.Analysis.Episodes;

/// <summary>Episodes and noise of a daily series, fitted in turns until both agree.</summary>
internal sealed class EpisodeFit
{
    /// <summary>The fewest known days that a fit is tried of.</summary>
    public const int Fewest = 28;

    private const int Levels = EpisodeWork.Levels;
    private const double LeastGainOfRange = 0.12, LeastGainOfTypical = 0.5;
    private const double MostPrice = 24, TypicalShare = 0.6;

    private readonly EpisodeWork work;
    private readonly double[] raw, scratch;
    private readonly int firstWeekday;
    private readonly double range, quantum;

    private EpisodeFit(double[] raw, int firstWeekday, EpisodeWork work)
    {
        (this.raw, this.firstWeekday, this.work) = (raw, firstWeekday, work);
        (scratch, Clean, Weights, Grid) = (new double[raw.Length], new double[raw.Length], new double[raw.Length], []);
        range = Quantile.Of(raw, 0.99, scratch) - Quantile.Of(raw, 0.01, scratch);
        quantum = Quantum(raw);
    }

    public NoiseModel Noise { get; } = new();
    public BaselineTrend Trend { get; private set; }
    public List<FittedEpisode> Episodes { get; private set; } = [];
    public EpisodeCosts Costs { get; private set; } = new();
    public double[] Grid { get; private set; }
    public int LeastGain { get; private set; } = 2;

    /// <summary>The series without weekdays, trend and single outliers; NaN where missing.</summary>
    public double[] Clean { get; }

    /// <summary>What a squared error of each day counts; 0 where missing.</summary>
    public double[] Weights { get; }

    /// <summary>How much cheaper episodes and shifts explain the series than slow moves of the baseline, in units of -2 log likelihood.</summary>
    public double Evidence { get; private set; }

    /// <summary>How much cheaper episodes explain it than shifts of the baseline could.</summary>
    public double EvidenceOverShifts { get; private set; }

    /// <summary>Whether enough days are known, and not all alike.</summary>
    public static bool Can(double[] raw) => raw.Count(double.IsFinite) >= Fewest && raw.Where(double.IsFinite).Distinct().Take(2).Count() == 2;

    /// <param name="raw">One value a day; NaN = missing. <see cref="Can"/> holds.</param>
    /// <param name="firstWeekday">Weekday of the first day, 0 to 6.</param>
    /// <param name="rounds">How often noise and episodes are fitted in turn.</param>
    /// <param name="work">Memory to search in.</param>
    /// <param name="weighed">Whether the evidence for episodes is to be known, and their price to follow from it.</param>
    public static EpisodeFit Of(double[] raw, int firstWeekday, int rounds, EpisodeWork work, bool weighed = true)
    {
        var fit = new EpisodeFit(raw, firstWeekday, work);
        var level = new double[raw.Length];
        RunningMedian.Over(raw, 10, level);
        fit.Noise.Learn(raw, level, firstWeekday, fit.NoiseFloor);
        for (var round = 0; round < rounds; round++) fit.Improve(level, priced: weighed && round > 0 && round >= rounds - 2);
        return fit;
    }

    /// <summary>Distance from a level that says nothing: rounding hides what lies within half a step, unless the noise is wide enough to show it.</summary>
    private double Blind => Math.Max(0, 0.5 * quantum - Noise.Sigma);

    /// <summary>Goes on, unless the work was cancelled.</summary>
    public void GoOn() => work.GoOn();

    private double NoiseFloor => Math.Max(range * 1e-3, double.Epsilon);

    private void Improve(double[] level, bool priced)
    {
        Costs = Costs with { Cap = NoiseModel.Cap(Noise.Inflation), Blind = Blind };
        Wash();
        Grid = MakeGrid();
        LeastGain = Math.Max(2, (int)Math.Ceiling(LeastRise() / (Grid[1] - Grid[0])));
        var search = new EpisodeSearch(Clean, Weights, Grid, Costs, LeastGain, work);
        Episodes = search.Run();
        if (priced) Weigh(search.Cost);
        FittedLevel.Write(Episodes, Clean, level);
        for (var t = 0; t < level.Length; t++) level[t] += Trend.At(t);
        Trend = Trend.Improved(Episodes, Clean, Noise);
        Noise.Learn(raw, level, firstWeekday, NoiseFloor);
    }

    private void Wash()
    {
        for (var t = 0; t < raw.Length; t++) Clean[t] = raw[t] - Noise.Weekday[(firstWeekday + t) % 7] - Trend.At(t);
        RunningMedian.Over(Clean, 4, scratch);
        for (var t = 0; t < raw.Length; t++)
        {
            Weights[t] = double.IsNaN(Clean[t]) ? 0 : Noise.Weight;
            Clean[t] = Math.Clamp(Clean[t], scratch[t] - NoiseModel.Clip * Noise.Sigma, scratch[t] + NoiseModel.Clip * Noise.Sigma);
        }
    }

    /// <summary>Asks of the series whether it has episodes at all, and raises the price of each towards what its own typical episode could pay.</summary>
    private void Weigh(double cost)
    {
        Evidence = CostWithout(Costs with { Cycle = EpisodeCosts.Never, Shift = EpisodeCosts.Never }) - cost;
        EvidenceOverShifts = CostWithout(Costs with { Cycle = EpisodeCosts.Never }) - cost;
        var cycles = Episodes.Count(e => e.Kind == EpisodeKind.Cycle);
        if (cycles > 0) Costs = Costs with { Cycle = Math.Clamp(TypicalShare * (EvidenceOverShifts / cycles + Costs.Cycle), new EpisodeCosts().Cycle, MostPrice) };
    }

    private double CostWithout(EpisodeCosts costs)
    {
        var search = new EpisodeSearch(Clean, Weights, Grid, costs, LeastGain, work);
        search.Run();
        return search.Cost;
    }

    /// <summary>The least rise: a share of the range, and half of the series' own typical rise once that is known.</summary>
    private double LeastRise()
    {
        double[] gains = [.. Episodes.Where(e => e.Kind == EpisodeKind.Cycle).Select(e => e.Top - e.Before)];
        var least = LeastGainOfRange * range;
        return gains.Length == 0 ? least : Math.Max(least, LeastGainOfTypical * Median.Of(gains, scratch));
    }

    private double[] MakeGrid()
    {
        var smooth = new double[Clean.Length];
        RunningMedian.Over(Clean, 5, smooth);
        double low = Quantile.Of(smooth, 0.005, scratch), high = Quantile.Of(smooth, 0.995, scratch);
        if (high <= low) (low, high) = (low - 0.5 * range, high + 0.5 * range);
        var grid = new double[Levels];
        for (var i = 0; i < Levels; i++) grid[i] = low + (high - low) * i / (Levels - 1);
        return grid;
    }

    /// <summary>Step of an ordinal scale of three to twelve levels; 0 for finer data, and for yes and no, which nothing was rounded to.</summary>
    private static double Quantum(double[] raw)
    {
        double[] levels = [.. raw.Where(double.IsFinite).Distinct().Order()];
        var step = double.PositiveInfinity;
        for (var i = 1; i < levels.Length; i++) step = Math.Min(step, levels[i] - levels[i - 1]);
        return levels.Length is < 3 or > 12 ? 0 : step;
    }
}
