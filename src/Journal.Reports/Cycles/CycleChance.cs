using Journal.Analysis.Chance;
using Journal.Analysis.Survival;

namespace Journal.Reports.Cycles;

/// <summary>
/// What chance alone gives: the weekly rules on random orders of the same weeks. Orders of single weeks say how many regressions there would be if no week knew of the one before;
/// orders of blocks of weeks keep the memory from week to week, and decide how unusual the person's own order is. Unknown weeks stay where they are.
/// </summary>
/// <param name="Known">Known weeks.</param>
/// <param name="Found">What the rules find in the person's own order.</param>
/// <param name="Expected">Mean number of regressions in random orders of single weeks.</param>
/// <param name="Low">One in twenty random orders has fewer.</param>
/// <param name="High">One in twenty has more.</param>
/// <param name="ExpectedLongest">Mean of the longest regression of a random order, in weeks.</param>
/// <param name="Block">Known weeks in a block.</param>
/// <param name="Probability">That blocks in random order fall at least as far, for as long, as the person's weeks: of a thousand orders, the person's own among them, those that fall
/// further, and half of those that fall just as far.</param>
/// <param name="Progress">How long progress lasts in random orders of single weeks.</param>
internal sealed record CycleChance(
    int Known, CycleExtent Found, double Expected, int Low, int High, double ExpectedLongest, int Block, double Probability, SurvivalCurve Progress)
{
    public static readonly WholeRule ChanceWeeks = new("chanceWeeks", 20, 8, 520, "Known weeks below which the cycles of a practice are not compared with chance.");

    private const double Rounding = 1e-9;

    /// <summary>Random orders of each sort. With the person's own they make a thousand.</summary>
    public const int Orders = 999;

    // Blocks are the longer the more a week remembers of the one before, or cutting them apart would itself be unusual; but there are five of them to order.
    private const int Short = 4, Middle = 8, Long = 13, FewestBlocks = 5;
    private const double Some = 0.1, Much = 0.2;

    /// <summary>Whether the person's number of regressions lies within what chance gives.</summary>
    public bool AsChance => Found.Count >= Low && Found.Count <= High;

    /// <summary>Null below the known weeks asked for.</summary>
    /// <remarks>Cost 1,998 passes over the weeks, no allocation in them.</remarks>
    public static CycleChance? Of(ReadOnlySpan<double> weeks, in CycleLimits limits, int fewest, CancellationToken cancel = default)
    {
        var known = 0;
        foreach (var week in weeks)
        {
            known += double.IsNaN(week) ? 0 : 1;
        }

        return known < fewest ? null : Weigh(weeks, known, limits, cancel);
    }

    private static CycleChance Weigh(ReadOnlySpan<double> weeks, int known, in CycleLimits limits, CancellationToken cancel)
    {
        var (dice, order, progress) = (new SeededDice(SeededDice.SeedOf(weeks)), new RandomOrder(weeks), new SurvivalCurve(weeks.Length));
        var found = CycleExtent.Of(weeks, limits, null);
        Span<int> counts = stackalloc int[Orders];
        var block = Math.Min(order.Memory switch { <= Some => Short, <= Much => Middle, _ => Long }, known / FewestBlocks);
        var (count, longest, beyond) = (0.0, 0.0, 0.5);
        for (var i = 0; i < Orders; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var single = CycleExtent.Of(order.Next(1, ref dice), limits, progress);
            counts[i] = single.Count;
            (count, longest) = (count + single.Count, longest + single.Longest);
            var off = CycleExtent.Of(order.Next(block, ref dice), limits, null).Area - found.Area;
            beyond += off > Rounding ? 1 : off >= -Rounding ? 0.5 : 0;
        }

        counts.Sort();
        return new(known, found, count / Orders, counts[Orders / 20], counts[Orders - 1 - (Orders / 20)], longest / Orders, block, beyond / (Orders + 1), progress);
    }
}

/// <summary>How much regression there is in a series of weeks.</summary>
/// <param name="Count">Regressions.</param>
/// <param name="Longest">Known weeks of the longest.</param>
/// <param name="Area">Sum over all weeks in regression of how far they lie below the peak.</param>
internal readonly record struct CycleExtent(int Count, int Longest, double Area)
{
    /// <param name="progress">Takes in how long each progress lasted; null where nobody asks.</param>
    public static CycleExtent Of(ReadOnlySpan<double> weeks, in CycleLimits limits, SurvivalCurve? progress)
    {
        var scan = new CycleScan(weeks, limits);
        var (count, longest, area) = (0, 0, 0.0);
        var from = 0;
        while (scan.Next(from) is { } found)
        {
            if (found.Fall is not { } fall)
            {
                progress?.Add(weeks.Length - found.Onset, hasEnded: false);
                break;
            }

            progress?.Add(fall - found.Onset, hasEnded: true);
            count++;
            var length = 0;
            var end = found.Recovered ?? weeks.Length;
            for (var i = fall; i < end; i++)
            {
                if (!double.IsNaN(weeks[i]))
                {
                    length++;
                    area += Math.Max(0, found.Peak - weeks[i]);
                }
            }

            longest = Math.Max(longest, length);
            if (found.Recovered is not { } recovered)
            {
                break;
            }

            from = recovered;
        }

        return new(count, longest, area);
    }
}
