using Journal.Practices;
using Journal.Reports.Breakpoint;
using Journal.Reports.Cycles;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Operator;

/// <summary>Predictable, scalable, sustainable (C99): how far off forecasts are, who is needed when there is much to carry, and how long progress has held.</summary>
internal static class OperatorOutlook
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        builder.Add("forecast.error", "Median distance of the time taken from the time planned, as a share of the plan", "share", ForecastError(work));
        var (low, high) = DependencyByLoad(work);
        builder.Add("dependency.lowLoad", "Share of outcomes that needed the operator, in the third of weeks with the least to carry", "share", low);
        builder.Add("dependency.highLoad", "Share of outcomes that needed the operator, in the third of weeks with the most to carry", "share", high);
        builder.Add("weeksHeld", "Weeks the longest progress that is still open has held", "weeks", WeeksHeld(work));
    }

    private static Measure ForecastError(WorkRecords work)
    {
        IReadOnlyList<Sample> known =
        [
            .. work.Ended(work.Window)
                .Where(one => one.Commitment.PlannedMinutes > 0 && one.Ending is { State: OutcomeState.Finished, Minutes: not null })
                .Select(one => new Sample(Math.Abs(one.Ending.Minutes!.Value - one.Commitment.PlannedMinutes!.Value) / one.Commitment.PlannedMinutes.Value, one.Commitment.Events)),
            .. work.Runs.Where(run => run.Minutes is not null)
                .Select(run => (Run: run, Process: work.Processes.First(process => process.Id == run.ProcessId)))
                .Where(one => one.Process.At(one.Run.OccurredAt).PlannedMinutes > 0)
                .Select(one => (Planned: one.Process.At(one.Run.OccurredAt).PlannedMinutes!.Value, one.Run, one.Process))
                .Select(one => new Sample(Math.Abs(one.Run.Minutes!.Value - one.Planned) / one.Planned, [.. one.Process.Events, .. one.Run.Events])),
        ];
        return Measure.Median(known, "commitments or runs with the time planned and the time taken", work.View);
    }

    private static (Measure Low, Measure High) DependencyByLoad(WorkRecords work)
    {
        var weeks = LoadWeek.Of(Scope.Of(work.View)).OrderBy(week => week.Load).ThenBy(week => week.Week).ToList();
        return (Dependency(work, weeks.Take(weeks.Count / 3)), Dependency(work, weeks.Skip(weeks.Count - (weeks.Count / 3))));
    }

    private static Measure Dependency(WorkRecords work, IEnumerable<LoadWeek> weeks) => Measure.Mean(
        [.. weeks.SelectMany(week => OperatorDependency.Outcomes(work, Period.Of(week.Week, week.Week))).Select(one => Sample.Of(one.Needed, one.Events))],
        "outcomes that say whether they needed the operator, in weeks with that load",
        work.View);

    private static Measure WeeksHeld(WorkRecords work)
    {
        var held = work.View.Practices
            .Where(practice => practice.Weeks.Any(week => week.Adherence is not null))
            .Select(practice => (practice.Weeks, Open: CycleRules.Find([.. practice.Weeks.Select(week => (week.Week, week.Adherence))], work.View).OpenProgress))
            .ToList();
        return held.Count == 0
            ? Measure.Missing("a practice with known weeks")
            : Measure.Of(held.Max(one => one.Open?.Weeks ?? 0), held.Count, held.SelectMany(one => one.Weeks).SelectMany(week => week.Events));
    }
}
