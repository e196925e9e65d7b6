using Journal.Facts;
using Journal.Reports.Weeks;
using Journal.Work;

namespace Journal.Reports.Metrics;

/// <summary>The whole weeks of a window, with what went into each and what came out of it.</summary>
/// <remarks>All lists are over the same weeks, oldest first. A week that the window cuts is left out: it would look poorer than it was.</remarks>
internal sealed class WorkWeeks
{
    private readonly WorkRecords work;
    private readonly IReadOnlyList<IsoWeek> weeks;
    private readonly Lazy<IReadOnlyList<WeekValue>> hours;
    private readonly Lazy<IReadOnlyList<WeekValue>> output;
    private readonly Lazy<IReadOnlyList<WeekValue>> adherence;

    public WorkWeeks(WorkRecords work)
    {
        this.work = work;
        var view = work.View;
        weeks = [.. view.Weeks.Where(week => week.Sunday <= view.Last && (view.Request.From is not { } from || week.Monday >= from))];
        (hours, output, adherence) = (new(() => Sum(WorkHours.Of(work))), new(SumOutput), new(MeanAdherence));
    }

    /// <summary>Hours of work; see <see cref="WorkHours"/> for what counts.</summary>
    public IReadOnlyList<WeekValue> Hours => hours.Value;

    /// <summary>Output in the unit most of it is recorded in; 0 in a week after the first one in which the journal was kept without any.</summary>
    public IReadOnlyList<WeekValue> Output => output.Value;

    /// <summary>Mean adherence of the practices known in the week, 0 to 1.</summary>
    public IReadOnlyList<WeekValue> Adherence => adherence.Value;

    /// <summary>One value a week, from the records of that week.</summary>
    public IReadOnlyList<WeekValue> Of<T>(IEnumerable<T> facts, Func<IReadOnlyList<T>, double?> value)
        where T : Fact
    {
        var byWeek = facts.ToLookup(fact => IsoWeek.Of(fact.Day));
        return [.. weeks.Select(week => (week, Facts: byWeek[week].ToList())).Select(one =>
            new WeekValue(one.week, one.Facts.Count == 0 ? null : value(one.Facts), one.Facts.Count, [.. one.Facts.SelectMany(fact => fact.Events)]))];
    }

    private IReadOnlyList<WeekValue> Sum(IEnumerable<WorkTime> times)
    {
        var byWeek = times.ToLookup(time => IsoWeek.Of(time.Day));
        return [.. weeks.Select(week => (week, Times: byWeek[week].ToList())).Select(one => new WeekValue(
            one.week, one.Times.Count == 0 ? null : one.Times.Sum(time => time.Hours), one.Times.Count, [.. one.Times.SelectMany(time => time.Events)]))];
    }

    // Before the first output was recorded, a week without one says nothing; after it, a week in which the journal was kept says 0.
    private IReadOnlyList<WeekValue> SumOutput()
    {
        var unit = work.Outputs.GroupBy(output => output.Unit).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        var outputs = work.View.All<OutputFact>().Where(output => work.View.Serves(output.AimId) && output.Unit == unit).ToLookup(output => IsoWeek.Of(output.Day));
        var first = outputs.Select(week => week.Key).DefaultIfEmpty(new(DateOnly.MaxValue)).Min();
        var kept = work.View.Facts.All.Select(fact => IsoWeek.Of(fact.Day)).ToHashSet();
        return [.. weeks.Select(week => (week, Outputs: outputs[week].ToList())).Select(one => new WeekValue(
            one.week,
            one.week >= first && kept.Contains(one.week) ? one.Outputs.Sum(output => output.Amount) : null,
            one.Outputs.Count,
            [.. one.Outputs.SelectMany(output => output.Events)]))];
    }

    private IReadOnlyList<WeekValue> MeanAdherence()
    {
        var byWeek = work.View.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Adherence is not null).ToLookup(week => week.Week);
        return [.. weeks.Select(week => (week, Known: byWeek[week].ToList())).Select(one => new WeekValue(
            one.week,
            one.Known.Count == 0 ? null : one.Known.Average(week => week.Adherence!.Value),
            one.Known.Count,
            [.. one.Known.SelectMany(week => week.Events).Distinct()]))];
    }
}
