using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>Misses by what the person put them down to (C41), and whether a new fact was needed (C45). What was not coded stays uncoded.</summary>
internal static class MissSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var misses = scope.Commitments.Where(one => one.Ending?.State == OutcomeState.Missed).Select(one => ((Fact)one, one.Coding?.Cause))
            .Concat(scope.Outcomes.Where(one => one.State == OutcomeState.Missed).Select(one => ((Fact)one, one.Cause)))
            .ToList();
        builder.Add(new Table("misses", "Misses by their cause, as the person named it", ["cause", "misses"], [.. Causes(misses)]));
        Rationalise(builder, misses);
        builder.Add(
            "newFactNeeded.no",
            "Delays and misses for which no new fact was needed",
            "share",
            Measure.Mean([.. NoFact(scope)], "delays or misses that say whether a new fact was needed", scope.Rules));
    }

    private static IEnumerable<Row> Causes(List<(Fact Fact, Cause? Cause)> misses) => misses
        .GroupBy(miss => miss.Cause)
        .OrderBy(group => group.Key ?? (Cause)int.MaxValue)
        .Select(group => new Row([Text.Cell(group.Key) ?? "not coded", Text.Cell(group.Count())], null, [.. group.SelectMany(miss => miss.Fact.Events)]));

    private static void Rationalise(ReportBuilder builder, List<(Fact Fact, Cause? Cause)> misses)
    {
        var coded = misses.Where(miss => miss.Cause is not null).ToList();
        var rationalised = coded.Where(miss => miss.Cause == Cause.Rationalisation).ToList();
        var named = Text.Count(coded.Count, "named miss", "named misses");
        builder.Judge(
            "rationalising",
            coded.Count == 0
                ? Measure.Missing("misses whose cause the person has named", misses.Count, misses.SelectMany(miss => miss.Fact.Events))
                : Measure.Of(rationalised.Count, coded.Count, (rationalised.Count > 0 ? rationalised : coded).SelectMany(miss => miss.Fact.Events)),
            rationalised.Count > 0,
            $"{rationalised.Count} of {named} {(rationalised.Count == 1 ? "was" : "were")} put down to rationalisation by the person.",
            $"None of {named} was put down to rationalisation.");
    }

    private static IEnumerable<(double No, Fact Fact)> NoFact(Scope scope) =>
        scope.Commitments.SelectMany(one => Answers(one).Select(needed => (needed, Fact: (Fact)one)))
            .Concat(scope.Outcomes.Select(one => (needed: one.NewFactNeeded, Fact: (Fact)one)))
            .Where(one => one.needed is not null)
            .Select(one => (one.needed == false ? 1.0 : 0, one.Fact));

    // One for each change of plan, and the last one for the miss.
    private static IEnumerable<bool?> Answers(CommitmentFact commitment) =>
        [.. commitment.Reframes.Select(reframe => reframe.NewFactNeeded), commitment.Codings.LastOrDefault(coding => coding.NewFactNeeded is not null)?.NewFactNeeded];
}

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
