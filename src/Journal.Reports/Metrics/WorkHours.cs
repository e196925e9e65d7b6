using Journal.Reports.Weeks;

namespace Journal.Reports.Metrics;

/// <summary>Hours that went into work on a day.</summary>
internal sealed record WorkTime(DateTimeOffset At, double Hours, IReadOnlyList<Guid> Events)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);
}

/// <summary>
/// The hours of work. They may be recorded as time spent, with what was done (outcomes, commitments, runs) or with outputs; the same hour can be in
/// all three. So one of them is read for the whole window: the one that covers most weeks, and of equals the first in that order.
/// </summary>
internal static class WorkHours
{
    public static IReadOnlyList<WorkTime> Of(WorkRecords work) =>
        new[] { [.. Spent(work)], [.. Done(work).OrderBy(time => time.At)], (IReadOnlyList<WorkTime>)[.. Outputs(work)] }
            .MaxBy(times => times.Select(time => IsoWeek.Of(time.Day)).Distinct().Count())!;

    private static IEnumerable<WorkTime> Spent(WorkRecords work) => work.Times.Select(time => new WorkTime(time.OccurredAt, time.Minutes / 60, time.Events));

    private static IEnumerable<WorkTime> Done(WorkRecords work) =>
    [
        .. work.Outcomes.Where(outcome => outcome.Minutes is not null).Select(outcome => new WorkTime(outcome.OccurredAt, outcome.Minutes!.Value / 60, outcome.Events)),
        .. work.Ended(work.Window).Where(one => one.Ending.Minutes is not null).Select(one => new WorkTime(one.Ending.At, one.Ending.Minutes!.Value / 60, one.Commitment.Events)),
        .. work.Runs.Where(run => run.Minutes is not null).Select(run => new WorkTime(run.OccurredAt, run.Minutes!.Value / 60, run.Events)),
    ];

    private static IEnumerable<WorkTime> Outputs(WorkRecords work) =>
        work.Outputs.Where(output => output.Minutes is not null).Select(output => new WorkTime(output.OccurredAt, output.Minutes!.Value / 60, output.Events));
}
