using Journal.Commitments;
using Journal.Practices;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>Much was written about something that has no outcome (C44). Shown as a question, never as a finding.</summary>
internal static class ScaffoldingSection
{
    public static readonly WholeRule LongReason = new("longReason", 200, 1, 100000, "Characters from which a written reason is long.");

    public static void Write(Scope scope, ReportBuilder builder) => builder.Add(new Table(
        "scaffolding",
        "Questions about what was written about and has no outcome",
        ["commitment", "characters", "question"],
        [.. FinishMetrics.Judged(scope.Due, scope.End, scope.Rules)
            .Where(one => one.Ending?.State != OutcomeState.Finished && Longest(one) >= scope.Rules[LongReason])
            .Select(one => new Row(
                [one.Title, Text.Cell(Longest(one)), "Much was written about this, and nothing came of it so far. Was the reason needed to act?"], one.Id, one.Events))]));

    private static int Longest(CommitmentFact commitment) =>
        commitment.Reframes.Select(reframe => reframe.ReasonLength).Concat(commitment.Endings.Select(ending => ending.ReasonLength)).DefaultIfEmpty().Max();
}
