using Journal.Practices;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>From plan to start (C37, M4), and what was started and left (C38).</summary>
internal static class DelaySection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var starts = PlannedStart.Of(scope.Planned, scope.Outcomes, scope.End);
        builder.Add("onsetDelay.median", "From plan to start: by then half had begun, what never began counted as waiting", "minutes", StartMetrics.OnsetDelay(starts, scope.Rules));
        builder.Add(
            "onsetDelay.never",
            "Planned starts that had not come by the end of the window",
            "share",
            Measure.Mean([.. starts.Select(start => (start.StartedAt is null ? 1.0 : 0, start.Fact))], "planned starts", scope.Rules));
        builder.Add(new Table(
            "delays",
            "From plan to start",
            ["plannedAt", "startedAt", "minutes", "state"],
            [.. starts.OrderBy(start => start.PlannedAt).ThenBy(start => start.Fact.Id).Select(start => new Row(
                [Text.Cell(start.PlannedAt), Text.Cell(start.StartedAt), Text.Cell(start.Minutes), start.StartedAt is null ? "censored" : "started"],
                start.Fact.Id,
                start.Fact.Events))]));
        builder.Add(new Table(
            "unfinished",
            "Started, past the due time, and not finished",
            ["commitment", "dueAt", "startedAt"],
            [.. FinishMetrics.Judged(scope.Due, scope.End, scope.Rules)
                .Where(one => one.StartedAt is not null && one.Ending?.State != OutcomeState.Finished)
                .Select(one => new Row([one.Title, Text.Cell(FinishMetrics.DueAt(one)), Text.Cell(one.StartedAt)], one.Id, one.Events))]));
    }
}
