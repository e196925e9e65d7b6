using Journal.Analysis.Scale;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.States;

namespace Journal.Reports.Energy;

/// <summary>Motivation as something that comes and goes (C46): a spike that is back within some weeks was transient; how adherence went with it.</summary>
internal static class MotivationSection
{
    public static readonly Rule SpikeRise = new("spikeRise", 2, 0.1, 6, "Points, 0.1 to 6, by which a week's mean motivation rises above the weeks before to be a spike.");
    public static readonly WholeRule SpikeWeeks = new("spikeWeeks", 4, 1, 52, "Weeks within which a spike that has gone back was transient.");

    private const int BaselineWeeks = 4;

    public static void Write(Scope scope, ReportBuilder builder)
    {
        var motivation = WeekMean.Of(scope, sample => sample.Motivation);
        var adherence = WeekMean.Adherence(scope);
        builder.Add(new Series("motivation.weeks", "Motivation, mean of the week", "points", null, [.. motivation.Select(week => week.Point)]));
        builder.Add(new Series("adherence.weeks", "Adherence, mean of the practices", "share", null, [.. adherence.Select(week => week.Point)]));
        var known = motivation.Where(week => week.Value is not null).ToList();
        var events = known.SelectMany(week => week.Events).ToList();
        if (known.Count < scope.Rules[Measure.Fewest])
        {
            builder.Insufficient("motivationTransient", $"ratings of motivation in at least {scope.Rules[Measure.Fewest]} weeks; there are {known.Count}", known.Count, events);
            return;
        }

        if (Spike(known, scope) is not var (at, before))
        {
            builder.NotFound("motivationTransient", $"No week's motivation rose {Text.Number(scope.Rules[SpikeRise])} points above the weeks before.", known.Count, events);
            return;
        }

        Judge(scope, builder, known, at, before, adherence);
    }

    // The first week that lies that far above the median of the known weeks before it.
    private static (int At, double Before)? Spike(List<WeekMean> known, Scope scope)
    {
        for (var i = 1; i < known.Count; i++)
        {
            var before = known[Math.Max(0, i - BaselineWeeks)..i].Select(week => week.Value!.Value).ToArray();
            if (Quantile.Of(before, 0.5, new double[before.Length]) is var level && known[i].Value >= level + scope.Rules[SpikeRise])
            {
                return (i, level);
            }
        }

        return null;
    }

    private static void Judge(Scope scope, ReportBuilder builder, List<WeekMean> known, int at, double before, IReadOnlyList<WeekMean> adherence)
    {
        var spike = known[at];
        var end = known.Skip(at + 1).FirstOrDefault(week => week.Value <= before + (scope.Rules[SpikeRise] / 2));
        var lag = end is null ? (int?)null : (end.Week.Monday.DayNumber - spike.Week.Monday.DayNumber) / 7;
        var events = known.SelectMany(week => week.Events).Concat(adherence.SelectMany(week => week.Events)).ToList();
        builder.Add(
            "motivation.decayLag",
            "Weeks from a rise of motivation to its return",
            "weeks",
            lag is { } weeks ? Measure.Of(weeks, known.Count, events) : Measure.Missing("a return of motivation to where it was", known.Count, events));
        var rise = $"Motivation rose from {Text.Number(before)} to {Text.Number(spike.Value!.Value)} in {spike.Week}";
        if (lag <= scope.Rules[SpikeWeeks])
        {
            builder.Found("motivationTransient", $"{rise} and was back after {Text.Count(lag.Value, "week")}: transient. {Went(adherence, spike.Week.Monday, end!.Week.Monday)}", known.Count, events);
        }
        else if (lag is null && (scope.Last.DayNumber - spike.Week.Monday.DayNumber) / 7 < scope.Rules[SpikeWeeks])
        {
            builder.Insufficient("motivationTransient", $"{scope.Rules[SpikeWeeks]} weeks after the rise of {spike.Week}", known.Count, events);
        }
        else
        {
            builder.NotFound("motivationTransient", $"{rise} and was not back within {Text.Count(scope.Rules[SpikeWeeks], "week")}.", known.Count, events);
        }
    }

    private static string Went(IReadOnlyList<WeekMean> adherence, DateOnly from, DateOnly to)
    {
        var during = adherence.Where(week => week.Week.Monday >= from && week.Week.Monday < to).Average(week => week.Value);
        var after = adherence.Where(week => week.Week.Monday >= to).Average(week => week.Value);
        return (during, after) is ({ } then, { } since)
            ? $"Adherence was {Text.Percent(then)} meanwhile and {Text.Percent(since)} after it."
            : "How adherence went with it is not known.";
    }
}

/// <summary>A value per week of the window, null where it is not known.</summary>
internal sealed record WeekMean(IsoWeek Week, double? Value, int N, IReadOnlyList<Guid> Events)
{
    public Point Point => new(Week.Monday, Value, N);

    /// <summary>Mean rating of each week.</summary>
    public static IReadOnlyList<WeekMean> Of(Scope scope, Func<StateFact, int?> rating)
    {
        var byWeek = StateMetrics.Rated(scope.Samples, rating).ToLookup(sample => IsoWeek.Of(sample.Fact.Day));
        return [.. scope.Weeks.Select(week => byWeek[week].ToList() is { Count: > 0 } samples
            ? new WeekMean(week, samples.Average(sample => sample.Value), samples.Count, [.. samples.SelectMany(sample => sample.Fact.Events)])
            : new(week, null, 0, []))];
    }

    /// <summary>Mean adherence over the practices of each week.</summary>
    public static IReadOnlyList<WeekMean> Adherence(Scope scope)
    {
        var byWeek = scope.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Adherence is not null).ToLookup(week => week.Week);
        return [.. scope.Weeks.Select(week => new WeekMean(week, byWeek[week].Average(one => one.Adherence), byWeek[week].Count(), [.. byWeek[week].SelectMany(one => one.Events)]))];
    }
}
