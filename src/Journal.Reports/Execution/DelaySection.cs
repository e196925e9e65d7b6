using Journal.Commitments;
using Journal.Facts;
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

/// <summary>Small actions that are hard to do (C31, M13).</summary>
internal static class FrictionSection
{
    public static readonly WholeRule HighEffortSamples = new("highEffortSamples", 3, 1, 1000, "Small actions of high effort that make friction.");

    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add(
            "friction.mean",
            $"Effort of actions of at most {Text.Number(scope.Rules[FrictionMetrics.SmallMinutes])} minutes, 1 to 7",
            "points",
            FrictionMetrics.Friction(scope.Commitments, scope.Outcomes, scope.Rules));
        var small = FrictionMetrics.Small(scope.Commitments, scope.Outcomes, scope.Rules);
        var hard = small.Where(one => one.Value >= scope.Rules[FrictionMetrics.HighEffort]).ToList();
        var found = hard.Count >= scope.Rules[HighEffortSamples];
        var sentence = $"{hard.Count} of {Text.Count(small.Count, "small action")} took an effort of {scope.Rules[FrictionMetrics.HighEffort]} or more of 7";
        builder.Judge(
            "friction",
            Measure.OfAtLeast(
                scope.Rules[HighEffortSamples], "small actions with a rated effort", small.Count, (found ? hard : small).SelectMany(one => one.Fact.Events), () => hard.Count),
            found,
            $"{sentence}.",
            $"{sentence}, fewer than {scope.Rules[HighEffortSamples]}.");
    }
}

/// <summary>How often a small action was weighed before it was done (C32).</summary>
internal static class NegotiationSection
{
    public static readonly WholeRule DeliberationNotes = new("deliberationNotes", 3, 1, 1000, "Notes of weighing before a small action that make it negotiated.");

    public static void Write(Scope scope, ReportBuilder builder)
    {
        var small = scope.Commitments.Where(one => one.PlannedMinutes <= scope.Rules[FrictionMetrics.SmallMinutes]).ToList();
        builder.Add(
            "negotiation.mean",
            $"Notes of weighing before an action of at most {Text.Number(scope.Rules[FrictionMetrics.SmallMinutes])} minutes",
            "count",
            Measure.Mean([.. small.Select(one => ((double)Notes(one), (Fact)one))], "small commitments", scope.Rules));
        var weighed = small.Where(one => Notes(one) >= scope.Rules[DeliberationNotes]).ToList();
        foreach (var one in weighed)
        {
            var sentence = $"{Text.Count(Notes(one), "note")} of weighing before \"{one.Title}\", planned for {Text.Number(one.PlannedMinutes!.Value)} minutes.";
            builder.Found("negotiation", sentence, Notes(one), one.Events, one.Id);
        }

        if (small.Count == 0)
        {
            builder.Insufficient("negotiation", $"commitments planned for at most {Text.Number(scope.Rules[FrictionMetrics.SmallMinutes])} minutes");
        }
        else if (weighed.Count == 0)
        {
            builder.NotFound("negotiation", $"No small action of {small.Count} was weighed {scope.Rules[DeliberationNotes]} times or more before it.", small.Count, small.SelectMany(one => one.Events));
        }
    }

    // Weighing after the start belongs to the work.
    private static int Notes(CommitmentFact commitment) => commitment.Deliberations.Count(at => !(at > (commitment.StartedAt ?? commitment.Ending?.At)));
}
