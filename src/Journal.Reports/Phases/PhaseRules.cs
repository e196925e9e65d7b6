using Journal.Reports.Cycles;
using Journal.Reports.Metrics;

namespace Journal.Reports.Phases;

/// <summary>
/// When each phase begins, from the onset of progress on. Momentum: a week at the progress level whose starts, where they are recorded, were on time.
/// Hesitation: adherence holds (at the progress level, and not the drop below the peak) while in each of <c>hesitationWeeks</c> consecutive weeks the delay of
/// starts, or the hours to decide, lie <c>hesitationRise</c> and at least <c>hesitationHours</c> above the first <c>progressWeeks</c> weeks that record them. Avoidance: from
/// <c>avoidanceWeeks</c> weeks to as many after them either changes of plan and substitute work rise, and with the skips the person gave a cause for by <c>avoidanceSigns</c>,
/// while the finish ratio does not rise; or those skips and the misses rise by <c>avoidanceSigns</c> while the finish ratio falls. A skip without a cause is excused and a sign of nothing.
/// Inconsistency is the regression of the weekly rules, and begins with its first week; what appears only then is no phase before it.
/// Hesitation ends with the first week that no longer shows the rise, avoidance before <c>avoidanceWeeks</c> weeks without a sign or a miss; momentum may then come again.
/// </summary>
internal static class PhaseRules
{
    public static readonly Rule HesitationRise = new("hesitationRise", 0.50, 0, 10, "By what share a delay or a decision's latency rises before that is hesitation.");
    public static readonly Rule HesitationHours = new("hesitationHours", 1, 0, 8784, "Hours by which it rises at least, where it was next to nothing before.");
    public static readonly WholeRule HesitationWeeks = new("hesitationWeeks", 2, 1, 52, "Consecutive weeks of that rise that make hesitation.");
    public static readonly WholeRule AvoidanceSigns = new("avoidanceSigns", 2, 1, 100, "By how many the skips, reframes and substitute work of some weeks exceed those of as many weeks before to be avoidance.");
    public static readonly WholeRule AvoidanceWeeks = new("avoidanceWeeks", 2, 1, 52, "How many weeks are compared for avoidance.");

    /// <summary>The first week of momentum from one on; null where none comes.</summary>
    public static int? Momentum(IReadOnlyList<PhaseWeek> weeks, int from, IRules rules) =>
        First(from, weeks.Count, i => weeks[i].Adherence >= rules[CycleRules.Progress] && !(weeks[i].Delay > rules[StartMetrics.OnTimeDays]));

    public static PhaseWeeks? Hesitation(IReadOnlyList<PhaseWeek> weeks, double peak, IRules rules)
    {
        var byDelay = Rise(weeks, week => week.Delay, rules[HesitationHours] / 24, peak, rules);
        var byLatency = Rise(weeks, week => week.Latency, rules[HesitationHours], peak, rules);
        return byDelay is null || byLatency?.From < byDelay.Value.From ? byLatency : byDelay;
    }

    public static PhaseWeeks? Avoidance(IReadOnlyList<PhaseWeek> weeks, IRules rules)
    {
        var length = rules[AvoidanceWeeks];
        for (var i = length; i + length <= weeks.Count; i++)
        {
            var (before, now) = (weeks.Skip(i - length).Take(length).ToList(), weeks.Skip(i).Take(length).ToList());
            if (Change(week => week.Moved) > 0 && Change(week => week.Moved + week.Skips) >= rules[AvoidanceSigns] && !(Ratio(now) > Ratio(before)))
            {
                return Avoided(weeks, i + now.FindIndex(week => week.Moved + week.Skips > 0), rules);
            }

            if (Change(week => week.Left) >= rules[AvoidanceSigns] && Ratio(now) < Ratio(before))
            {
                return Avoided(weeks, i + now.FindIndex(week => week.Left > 0), rules);
            }

            int Change(Func<PhaseWeek, int> of) => now.Sum(of) - before.Sum(of);
        }

        return null;
    }

    private static PhaseWeeks Avoided(IReadOnlyList<PhaseWeek> weeks, int from, IRules rules)
    {
        var length = rules[AvoidanceWeeks];
        return new(from, First(from + 1, weeks.Count - length + 1, i => weeks.Skip(i).Take(length).All(week => week.Moved + week.Left == 0)) ?? weeks.Count);
    }

    private static PhaseWeeks? Rise(IReadOnlyList<PhaseWeek> weeks, Func<PhaseWeek, double?> of, double least, double peak, IRules rules)
    {
        var known = weeks.Where(week => of(week) is not null).Take(rules[CycleRules.ProgressWeeks]).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var usual = Math.Max(0, known.Average(week => of(week)!.Value));
        var limit = Math.Max(usual * (1 + rules[HesitationRise]), usual + least) - 1e-9;
        var from = First(0, weeks.Count - rules[HesitationWeeks] + 1, i => weeks.Skip(i).Take(rules[HesitationWeeks]).All(week => Holds(week, peak, rules) && of(week) >= limit));
        return from is { } start ? new(start, First(start + rules[HesitationWeeks], weeks.Count, i => of(weeks[i]) < limit) ?? weeks.Count) : null;
    }

    private static bool Holds(PhaseWeek week, double peak, IRules rules) => week.Adherence >= rules[CycleRules.Progress] && week.Adherence > peak - rules[CycleRules.Drop] + 1e-9;

    private static double? Ratio(List<PhaseWeek> weeks) => weeks.Sum(week => week.Started) is > 0 and var started ? (double)weeks.Sum(week => week.Finished) / started : null;

    private static int? First(int from, int until, Func<int, bool> holds)
    {
        for (var i = from; i < until; i++)
        {
            if (holds(i))
            {
                return i;
            }
        }

        return null;
    }
}
