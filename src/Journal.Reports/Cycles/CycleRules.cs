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
        double[] values = [.. weeks.Select(week => week.Adherence ?? double.NaN)];
        var scan = new CycleScan(values, CycleLimits.Of(rules));
        var cycles = new List<Cycle>();
        for (var from = 0; scan.Next(from) is { } found; from = found.Recovered!.Value)
        {
            if (found.Fall is not { } fall)
            {
                return new(cycles, Open(weeks, found, rules));
            }

            cycles.Add(Describe(weeks, found, fall));
            if (found.Recovered is null)
            {
                break;
            }
        }

        return new(cycles, OpenProgress: null);
    }

    private static Cycle Describe(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, in ScannedCycle found, int fall)
    {
        var end = found.Recovered ?? LastKnown(weeks) + 1;
        var trough = weeks.Take(end).Skip(fall).Min(week => week.Adherence) ?? found.Peak;
        return new(
            weeks[found.Onset].Week,
            found.Peak,
            weeks[found.PeakFrom].Week,
            weeks[fall].Week,
            end - fall,
            trough,
            found.Recovered is { } again ? weeks[again].Week : null);
    }

    // Progress that faded below its level without falling far enough for a regression is neither: it is not reported as open.
    private static Progress? Open(IReadOnlyList<(IsoWeek Week, double? Adherence)> weeks, in ScannedCycle found, IRules rules)
    {
        var last = LastKnown(weeks);
        var known = weeks.Take(last + 1).Skip(found.Onset).Where(week => week.Adherence is not null).TakeLast(rules[RegressionWeeks]).ToList();
        if (known.TrueForAll(week => week.Adherence < rules[Progress]))
        {
            return null;
        }

        return new(weeks[found.Onset].Week, found.Peak, weeks[found.PeakFrom].Week, last + 1 - found.Onset);
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
}
