using Journal.Analysis.Survival;

namespace Journal.Reports.Cycles;

/// <summary>What the same weeks give in random order, beside what was found.</summary>
/// <param name="Weeks">Known weeks.</param>
/// <param name="Regressions">Those found.</param>
/// <param name="Expected">Mean number in random orders of the weeks.</param>
/// <param name="Low">One in twenty random orders has fewer.</param>
/// <param name="High">One in twenty has more.</param>
/// <param name="Longest">Known weeks of the longest regression.</param>
/// <param name="ExpectedLongest">The mean of that in random orders.</param>
/// <param name="Area">How far below the peak all weeks in regression lie together.</param>
/// <param name="Block">Known weeks in a block: 4, or more where a week remembers much of the one before.</param>
/// <param name="Probability">That blocks of so many weeks in random order have that area or more; orders that have just that area count half.</param>
/// <param name="Orders">Random orders of each sort.</param>
public sealed record ChanceFigure(
    int Weeks, int Regressions, double Expected, int Low, int High, int Longest, double ExpectedLongest, double Area, int Block, double Probability, int Orders)
{
    /// <summary>Whether the number of regressions lies within what chance gives.</summary>
    public bool AsChance => Regressions >= Low && Regressions <= High;

    /// <summary>In plain words.</summary>
    public string Sentence => High == 0 && Regressions == 0
        ? $"No regression in {Text.Count(Weeks, "known week")}; the same weeks have none in hardly any order, so that says nothing."
        : $"{Text.Count(Regressions, "regression")} in {Text.Count(Weeks, "known week")}; the same weeks in random order give {Text.Number(Expected, 1)}{Between()}, {Verdict()}";

    internal static ChanceFigure Of(CycleChance chance) => new(
        chance.Known,
        chance.Found.Count,
        Math.Round(chance.Expected, 2),
        chance.Low,
        chance.High,
        chance.Found.Longest,
        Math.Round(chance.ExpectedLongest, 2),
        Math.Round(chance.Found.Area, 4),
        chance.Block,
        Math.Round(chance.Probability, 4),
        CycleChance.Orders);

    // A range without width is no range.
    private string Between() => Low == High ? "" : $" ({Low} to {High})";

    private string Verdict() => AsChance ? "so their number says nothing."
        : Regressions > High ? "so there are more of them than chance gives."
        : "so there are fewer of them than chance gives: progress holds better than by chance.";
}

/// <summary>The weeks of a practice as the rules of cycles see them, and what chance gives: worked out when somebody asks, and kept as long as the weeks stay the same.</summary>
/// <param name="weeks">Adherence of each, oldest first; NaN where it is not known.</param>
/// <param name="fewest">Known weeks below which they are not compared with chance.</param>
internal sealed class WeighedWeeks(double[] weeks, CycleLimits limits, int fewest)
{
    private readonly Lock asking = new();
    private CycleChance? chance;
    private bool isWeighed;

    public double[] Weeks => weeks;

    public CycleLimits Limits => limits;

    /// <summary>Of one practice.</summary>
    public static WeighedWeeks Of(ReportView view, Weeks.PracticeWeeks practice)
    {
        double[] weeks = [.. practice.Weeks.Select(week => week.Adherence ?? double.NaN)];
        var (limits, fewest) = (CycleLimits.Of(view), view[CycleChance.ChanceWeeks]);
        return ReportCache.Next<WeighedWeeks>(view.Facts, practice.Practice.Id, before => before?.IsOf(weeks, limits, fewest) == true ? before : new(weeks, limits, fewest));
    }

    /// <summary>What chance alone gives; null where too few weeks are known.</summary>
    public CycleChance? Chance(CancellationToken cancel)
    {
        lock (asking)
        {
            if (!isWeighed)
            {
                (chance, isWeighed) = (CycleChance.Of(weeks, limits, fewest, cancel), true);
            }

            return chance;
        }
    }

    /// <summary>How long progress lasts in the person's own order.</summary>
    public void AddTo(SurvivalCurve curve)
    {
        // Unknown weeks at the end were not watched.
        var last = weeks.Length;
        while (last > 0 && double.IsNaN(weeks[last - 1]))
        {
            last--;
        }

        CycleExtent.Of(weeks.AsSpan(0, last), limits, curve);
    }

    private bool IsOf(double[] others, CycleLimits rules, int least) => limits == rules && fewest == least && weeks.AsSpan().SequenceEqual(others);
}
