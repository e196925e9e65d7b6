using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.States;

namespace Journal.Reports.Energy;

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
