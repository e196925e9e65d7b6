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

/// <summary>What is known of a practice's weeks beyond the rules: what chance gives, kept as long as the weeks stay the same.</summary>
internal sealed record WeighedWeeks(double[] Weeks, CycleLimits Limits, int Fewest, CycleChance? Chance)
{
    /// <summary>Of one practice.</summary>
    public static WeighedWeeks Of(ReportView view, Weeks.PracticeWeeks practice)
    {
        double[] weeks = [.. practice.Weeks.Select(week => week.Adherence ?? double.NaN)];
        var (limits, fewest) = (CycleLimits.Of(view), view[CycleChance.ChanceWeeks]);
        return ReportCache.Next<WeighedWeeks>(view.Facts, practice.Practice.Id, before =>
            before is not null && before.Limits == limits && before.Fewest == fewest && before.Weeks.AsSpan().SequenceEqual(weeks)
                ? before : new(weeks, limits, fewest, CycleChance.Of(weeks, view, view.Cancel)));
    }

    /// <summary>How long progress lasts in the person's own order.</summary>
    public void AddTo(SurvivalCurve curve)
    {
        // Unknown weeks at the end were not watched.
        var last = Weeks.Length;
        while (last > 0 && double.IsNaN(Weeks[last - 1]))
        {
            last--;
        }

        CycleExtent.Of(Weeks.AsSpan(0, last), Limits, curve);
    }
}
