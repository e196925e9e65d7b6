using Journal.Practices;
using Journal.Reports.Breakpoint;
using Journal.Reports.Cycles;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>Predictable, scalable, sustainable (C99): how far off forecasts are, who is needed when there is much to carry, and how long progress has held.</summary>
internal static class Lasting
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
        List<(double Error, IReadOnlyList<Guid> Events)> known =
        [
            .. work.Ended(work.Window)
                .Where(one => one.Commitment.PlannedMinutes > 0 && one.Ending is { State: OutcomeState.Finished, Minutes: not null })
                .Select(one => (Math.Abs(one.Ending.Minutes!.Value - one.Commitment.PlannedMinutes!.Value) / one.Commitment.PlannedMinutes.Value, one.Commitment.Events)),
            .. work.Runs.Where(run => run.Minutes is not null)
                .Select(run => (Run: run, Process: work.Processes.First(process => process.Id == run.ProcessId)))
                .Where(one => one.Process.At(one.Run.OccurredAt).PlannedMinutes > 0)
                .Select(one => (Planned: one.Process.At(one.Run.OccurredAt).PlannedMinutes!.Value, one.Run, one.Process))
                .Select(one => (Math.Abs(one.Run.Minutes!.Value - one.Planned) / one.Planned, (IReadOnlyList<Guid>)[.. one.Process.Events, .. one.Run.Events])),
        ];
        var events = known.SelectMany(one => one.Events);
        return known.Count < work.View.Rules.Fewest
            ? Measure.Missing($"at least {work.View.Rules.Fewest} commitments or runs with the time planned and the time taken", known.Count, events)
            : Measure.Of(Sample.Middle([.. known.Select(one => one.Error)]), known.Count, events);
    }

    private static (Measure Low, Measure High) DependencyByLoad(WorkRecords work)
    {
        var weeks = LoadWeek.Of(Scope.Of(work.View)).OrderBy(week => week.Load).ThenBy(week => week.Week).ToList();
        return (Dependency(work, weeks.Take(weeks.Count / 3)), Dependency(work, weeks.Skip(weeks.Count - (weeks.Count / 3))));
    }

    private static Measure Dependency(WorkRecords work, IEnumerable<LoadWeek> weeks)
    {
        var known = weeks.SelectMany(week => OperatorDependency.Outcomes(work, Period.Of(week.Week, week.Week))).ToList();
        return known.Count < work.View.Rules.Fewest
            ? Measure.Missing($"at least {work.View.Rules.Fewest} outcomes that say whether they needed the operator, in weeks with that load", known.Count)
            : Measure.Of((double)known.Count(one => one.Needed) / known.Count, known.Count, known.SelectMany(one => one.Events));
    }

    private static Measure WeeksHeld(WorkRecords work)
    {
        var held = work.View.Practices
            .Where(practice => practice.Weeks.Any(week => week.Adherence is not null))
            .Select(practice => (practice.Weeks, Open: CycleRules.Find([.. practice.Weeks.Select(week => (week.Week, week.Adherence))], work.View.Rules).OpenProgress))
            .ToList();
        return held.Count == 0
            ? Measure.Missing("a practice with known weeks")
            : Measure.Of(held.Max(one => one.Open?.Weeks ?? 0), held.Count, held.SelectMany(one => one.Weeks).SelectMany(week => week.Events));
    }
}
