using Journal.Analysis.Slopes;
using Journal.Growth;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cost;

/// <summary>One value a week, and its slope.</summary>
internal sealed record WeeklySlope(IReadOnlyList<(IsoWeek Week, double Value, IReadOnlyList<Guid> Events)> Weeks)
{
    private const int LeastWeeks = 5;

    /// <summary>Mean of a load per week; weeks without it are not known.</summary>
    public static WeeklySlope OfLoad(Scope scope, Func<LoadFact, int?> part) => Grouped(scope.Within<LoadFact>().Where(load => part(load) is not null), load => part(load)!.Value);

    /// <summary>Mean adherence of the practices per known week.</summary>
    public static WeeklySlope OfAdherence(Scope scope) => new(
    [
        .. scope.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Adherence is not null)
            .GroupBy(week => week.Week).OrderBy(week => week.Key)
            .Select(week => (week.Key, week.Average(one => one.Adherence!.Value), (IReadOnlyList<Guid>)[.. week.SelectMany(one => one.Events)])),
    ]);

    /// <summary>Hours of waiting and rework per week, from the first week that has any record of them to the last of the window; weeks without count as 0.</summary>
    public static WeeklySlope OfDrag(Scope scope)
    {
        var byWeek = CostEvent.Of(scope).Where(cost => cost.Sort is CostEvent.Waiting or CostEvent.Rework).ToLookup(cost => IsoWeek.Of(cost.Day));
        return byWeek.Count == 0 ? new([]) : new(
        [
            .. scope.Weeks.Where(week => week >= byWeek.Min(one => one.Key))
                .Select(week => (week, byWeek[week].Sum(cost => cost.Amount), (IReadOnlyList<Guid>)[.. byWeek[week].SelectMany(cost => cost.Fact.Events)])),
        ]);
    }

    /// <summary>Theil-Sen slope per week with its 95 % interval.</summary>
    public Measure Measure(string things)
    {
        var events = Weeks.SelectMany(week => week.Events);
        if (Weeks.Count < LeastWeeks)
        {
            return Reports.Measure.Missing($"{things} in at least {LeastWeeks} weeks; there are {Weeks.Count}", Weeks.Count, events);
        }

        var slope = TheilSen.Fit([.. Weeks.Select(week => week.Week.Monday.DayNumber / 7.0)], [.. Weeks.Select(week => week.Value)]);
        return Reports.Measure.Of(slope.Slope, Weeks.Count, events, new(slope.Low, slope.High, 0.95));
    }

    private static WeeklySlope Grouped(IEnumerable<LoadFact> loads, Func<LoadFact, double> part) => new(
    [
        .. loads.GroupBy(load => IsoWeek.Of(load.Day)).OrderBy(week => week.Key)
            .Select(week => (week.Key, week.Average(part), (IReadOnlyList<Guid>)[.. week.SelectMany(load => load.Events)])),
    ]);
}
