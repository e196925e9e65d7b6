using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>The regressions of one practice when every day without a record is left out, missed, or done.</summary>
internal sealed record SilenceReadings(IReadOnlyList<IReadOnlyList<Cycle>> Each)
{
    public static SilenceReadings Of(PracticeWeeks practice, IRules rules)
    {
        Func<SilenceBounds, double?>[] readings = [bounds => bounds.LeftOut, bounds => bounds.AllMissed, bounds => bounds.AllDone];
        return new([.. readings.Select(reading => CycleRules.Find([.. practice.Weeks.Select(week => (week.Week, reading(week.Bounds)))], rules).Cycles)]);
    }

    /// <summary>Whether a regression in the same weeks is there in each of them.</summary>
    public bool IsFirm(Cycle cycle) => Each.All(cycles => cycles.Any(other => other.Regression <= Last(cycle) && cycle.Regression <= Last(other)));

    private static IsoWeek Last(Cycle cycle) => new(cycle.Regression.Monday.AddDays(7 * (cycle.Weeks - 1)));
}
