using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>
/// The deterministic cycle projection, which a person can check by hand. Progress begins with enough consecutive weeks at the progress level; its
/// peak is the best mean of consecutive weeks; a regression begins with enough consecutive weeks that lie the drop below that peak, and ends with
/// enough consecutive weeks at the recovery level, which begin new progress. Fewer weeks are a lapse. A week that is not known counts neither way
/// and parts the weeks around it: they are not consecutive.
/// </summary>
public static class CycleRules
{
    public static readonly Rule Progress = new("progress", 0.60, 0, 1, "Adherence, 0 to 1, that a week of progress reaches.");
    public static readonly Rule Drop = new("drop", 0.30, 0, 1, "How far below the peak, 0 to 1, a week of regression lies at least.");
    public static readonly Rule Recovery = new("recovery", 0.60, 0, 1, "Adherence, 0 to 1, that a week of recovery reaches.");
    public static readonly WholeRule ProgressWeeks = new("progressWeeks", 2, 1, 52, "Consecutive weeks that make progress.");
    public static readonly WholeRule PeakWeeks = new("peakWeeks", 2, 1, 52, "Consecutive weeks whose best mean is the peak.");
    public static readonly WholeRule RegressionWeeks = new("regressionWeeks", 2, 1, 52, "Consecutive weeks that make a regression; fewer are a lapse.");
    public static readonly WholeRule RecoveryWeeks = new("recoveryWeeks", 2, 1, 52, "Consecutive weeks that make a recovery.");

    /// <param name="weeks">Consecutive ISO weeks with their adherence, oldest first; null where a week is not known.</param>
    /// <remarks>Cost: weeks times the longest run asked for.</remarks>
    public static CycleFindings Find(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, IRules rules)
    {
        var cycles = new List<Cycle>();
        var onset = Run(weeks, 0, rules[ProgressWeeks], value => value >= rules[Progress]);
        while (onset is { } start)
        {
            var (fall, peak) = Regression(weeks, start, rules);
            if (fall is not { } fallen)
            {
                return new(cycles, Open(weeks, start, peak, rules));
            }

            // From a high peak a week may lie at both levels: the regression has its weeks first.
            var recovery = Run(weeks, fallen + rules[RegressionWeeks], rules[RecoveryWeeks], value => value >= rules[Recovery]);
            cycles.Add(Describe(weeks, start, peak, fallen, recovery));
            onset = recovery is { } again ? Run(weeks, again, rules[ProgressWeeks], value => value >= rules[Progress]) : null;
        }

        return new(cycles, OpenProgress: null);
    }

    // The peak is the best so far, so that what comes after a fall cannot change when it began.
    private static (int? Fall, Peak Peak) Regression(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int onset, IRules rules)
    {
        var peak = Highest(weeks, onset, onset + rules[ProgressWeeks], rules[PeakWeeks]);
        for (var i = onset + rules[ProgressWeeks]; i + rules[RegressionWeeks] <= weeks.Count; i++)
        {
            // 0.9 - 0.3 is not 0.6 in binary; a week at the very threshold belongs to the regression.
            var limit = peak.Value - rules[Drop] + 1e-9;
            if (Holds(weeks, i, rules[RegressionWeeks], value => value <= limit))
            {
                return (i, peak);
            }

            peak = peak.OrHigher(weeks, onset, i + 1, rules[PeakWeeks]);
        }

        return (null, Highest(weeks, onset, weeks.Count, rules[PeakWeeks]));
    }

    private static Peak Highest(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int onset, int until, int length)
    {
        // Progress may be shorter than the span the peak is asked over: then all of it is the peak.
        var peak = new Peak(onset, Mean(weeks, onset, Math.Min(length, until - onset)));
        for (var end = onset + length + 1; end <= until; end++)
        {
            peak = peak.OrHigher(weeks, onset, end, length);
        }

        return peak;
    }

    private readonly record struct Peak(int Index, double Value)
    {
        /// <summary>The span that ends before <paramref name="end"/>, where it is known throughout and higher.</summary>
        public Peak OrHigher(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int onset, int end, int length) =>
            end - length >= onset && Holds(weeks, end - length, length, _ => true) && Mean(weeks, end - length, length) is var mean && mean > Value
                ? new(end - length, mean)
                : this;
    }

    private static double Mean(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int from, int length) =>
        weeks.Skip(from).Take(length).Where(week => week.Adherence is not null).Average(week => week.Adherence!.Value);

    private static Cycle Describe(
        IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int onset, Peak peak, int fall, int? recovery)
    {
        var end = recovery ?? LastKnown(weeks) + 1;
        var trough = weeks.Take(end).Skip(fall).Min(week => week.Adherence) ?? peak.Value;
        return new(
            weeks[onset].Week,
            peak.Value,
            weeks[peak.Index].Week,
            weeks[fall].Week,
            end - fall,
            trough,
            recovery is { } again ? weeks[again].Week : null);
    }

    // Progress that faded below its level without falling far enough for a regression is neither: it is not reported as open.
    private static Progress? Open(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int onset, Peak peak, IRules rules)
    {
        var last = LastKnown(weeks);
        var known = weeks.Take(last + 1).Skip(onset).Where(week => week.Adherence is not null).TakeLast(rules[RegressionWeeks]).ToList();
        if (known.TrueForAll(week => week.Adherence < rules[Progress]))
        {
            return null;
        }

        return new(weeks[onset].Week, peak.Value, weeks[peak.Index].Week, last + 1 - onset);
    }

    private static int LastKnown(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks)
    {
        var i = weeks.Count - 1;
        while (weeks[i].Adherence is null)
        {
            i--;
        }

        return i;
    }

    private static int? Run(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int from, int length, Func<double, bool> within)
    {
        for (var i = from; i + length <= weeks.Count; i++)
        {
            if (Holds(weeks, i, length, within))
            {
                return i;
            }
        }

        return null;
    }

    private static bool Holds(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, int from, int length, Func<double, bool> within)
    {
        for (var i = from; i < from + length; i++)
        {
            if (weeks[i].Adherence is not { } value || !within(value))
            {
                return false;
            }
        }

        return true;
    }
}
