using Journal.Analysis.Slopes;
using Journal.Growth;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cost;

/// <summary>Cost at higher levels (C98): three pairs of load and effect, both slopes of each. Rising together is shown, not that one causes the other.</summary>
internal static class PairSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        Write(
            builder,
            "opportunity",
            ("Opportunities, change from week to week", "count a week", WeeklySlope.OfLoad(scope, load => load.Opportunities).Measure("numbers of opportunities")),
            ("inefficiency", "Waiting and rework, change from week to week", "hours a week", WeeklySlope.OfDrag(scope).Measure("waiting or rework")),
            costly: slope => slope > 0);
        Write(
            builder,
            "visibility",
            ("Visibility, change from week to week", "points a week", WeeklySlope.OfLoad(scope, load => load.Visibility).Measure("ratings of visibility")),
            ("pressure", "Pressure, change from week to week", "points a week", WeeklySlope.OfLoad(scope, load => load.Pressure).Measure("ratings of pressure")),
            costly: slope => slope > 0);
        Write(
            builder,
            "expectation",
            ("Expectation, change from week to week", "points a week", WeeklySlope.OfLoad(scope, load => load.Expectation).Measure("ratings of expectation")),
            ("stability", "Adherence, change from week to week", "share a week", WeeklySlope.OfAdherence(scope).Measure("known adherence")),
            costly: slope => slope < 0);
    }

    private static void Write(
        ReportBuilder builder, string load, (string Label, string Unit, Measure Slope) cause, (string Name, string Label, string Unit, Measure Slope) effect, Func<double, bool> costly)
    {
        builder.Add($"{load}.slope", cause.Label, cause.Unit, cause.Slope);
        builder.Add($"{effect.Name}.slope", effect.Label, effect.Unit, effect.Slope);
        var name = $"pair.{load}.{effect.Name}";
        var both = cause.Slope.Interval is null || effect.Slope.Interval is null
            ? Measure.Missing($"five weeks of both {load} and {effect.Name}", events: cause.Slope.Events.Concat(effect.Slope.Events))
            : Measure.Of(effect.Slope.Value!.Value, 0, cause.Slope.Events.Concat(effect.Slope.Events));
        var figures = $"{load} {Slope(cause.Slope)} a week, {effect.Name} {Slope(effect.Slope)} a week";
        var more = $"more {load} goes with {(effect.Name == "stability" ? "less" : "more")} {effect.Name}: {figures}.";
        builder.Judge(
            $"pair.{load}.{effect.Name}",
            both with { N = Math.Min(cause.Slope.N, effect.Slope.N) },
            cause.Slope.Interval?.Low > 0 && effect.Slope.Interval is { } answer && costly(answer.Low) && costly(answer.High),
            $"M{more[1..]}",
            $"The records do not show that {more}");
    }

    private static string Slope(Measure slope) => $"{Text.Number(slope.Value)} ({Text.Number(slope.Interval?.Low)} to {Text.Number(slope.Interval?.High)})";
}

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
