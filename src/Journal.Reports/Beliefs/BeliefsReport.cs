using Journal.Beliefs;

namespace Journal.Reports.Beliefs;

/// <summary>
/// The ledger of beliefs: what supports and contradicts each, how strongly it was held when, what took its place, what it constrains, and what it predicted.
/// </summary>
public static class BeliefsReport
{
    public static ReportKind Kind { get; } = new(
        "beliefs", "Which beliefs are held, how strongly, and what the records say for and against each.", Write)
    {
        Question = "What do I hold to be so, and what speaks for it?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var ledgers = BeliefLedger.Of(view);
        LedgerSection.Write(builder, ledgers);
        DivergenceSection.Write(view, builder, ledgers);
        ConstraintSection.Write(view, builder, ledgers);
        CeilingSection.Write(view, builder, ledgers);
        ScaleSection.Write(view, builder, ledgers);
        PredictionSection.Write(view, builder, ledgers);
        SignatureSection.Write(view, builder, ledgers);
        CandidateSection.Write(view, builder);
    }
}

/// <summary>Each belief with its scope, its evidence and its strength over time; a belief that was replaced stays visible and is not active.</summary>
internal static class LedgerSection
{
    public static void Write(ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        foreach (var scope in Enum.GetValues<BeliefScope>())
        {
            var held = ledgers.Where(ledger => ledger.Active && ledger.Belief.Scope == scope).ToList();
            builder.Add($"active.{Text.Cell(scope)}", $"active beliefs about what is {Words(scope)}", "count", Measure.Count(held, ledger => ledger.Belief.Events));
        }

        builder.Add(new Table(
            "ledger",
            "Beliefs with their evidence",
            ["belief", "scope", "stance", "origin", "status", "strength", "supporting", "contradicting", "supportingShare", "since", "ended", "replaces", "replacedBy", "replacesId", "replacedById"],
            [.. ledgers.Select(ledger => Line(ledger, id => ledgers.FirstOrDefault(other => other.Belief.Id == id)?.Belief.Text))]));
        builder.Add(new Table("supersession", "Beliefs that took the place of others", ["old", "new", "day"], [.. ledgers.SelectMany(ledger => Successions(ledger, ledgers))]));
        foreach (var ledger in ledgers)
        {
            builder.Add(new Series("strength", $"how strongly it was held: {ledger.Belief.Text}", "share", ledger.Belief.Id, Points(ledger)));
        }
    }

    private static Row Line(BeliefLedger ledger, Func<Guid?, string?> text) => new(
        [
            ledger.Belief.Text,
            Text.Cell(ledger.Belief.Scope),
            Text.Cell(ledger.Belief.Stance),
            Text.Cell(ledger.Belief.Origin),
            ledger.Status,
            Text.Cell(ledger.Strength),
            Text.Cell(ledger.Supporting.Count),
            Text.Cell(ledger.Contradicting.Count),
            Text.Cell(ledger.Functional.Value),
            Text.Cell(ledger.Belief.Day),
            ledger.Active ? null : Text.Day(ledger.Belief.EndedAt),
            text(ledger.Belief.Replaces),
            ledger.Active ? null : text(ledger.Belief.ReplacedBy),
            Text.Cell(ledger.Belief.Replaces),
            ledger.Active ? null : Text.Cell(ledger.Belief.ReplacedBy),
        ],
        ledger.Belief.Id,
        [.. ledger.Events]);

    private static IEnumerable<Row> Successions(BeliefLedger old, IReadOnlyList<BeliefLedger> ledgers) =>
        old.Active || old.Belief.ReplacedBy is not { } next
            ? []
            : ledgers.Where(ledger => ledger.Belief.Id == next).Select(ledger => new Row(
                [old.Belief.Text, ledger.Belief.Text, Text.Day(old.Belief.EndedAt)], old.Belief.Id, [.. old.Belief.Events, .. ledger.Belief.Events]));

    // Two ratings of one day: the later counts.
    private static IReadOnlyList<Point> Points(BeliefLedger ledger) =>
        [.. ledger.Belief.Ratings.GroupBy(rating => DateOnly.FromDateTime(rating.At.DateTime)).Select(day => new Point(day.Key, day.Last().Strength, 1))];

    private static string Words(BeliefScope scope) => scope switch
    {
        BeliefScope.WorthActingOn => "worth acting on",
        BeliefScope.SafeToIgnore => "safe to ignore",
        _ => Text.Word(scope),
    };
}

/// <summary>Beliefs that were only extracted or inferred: questions that count in no figure until the person confirms them.</summary>
internal static class CandidateSection
{
    public static void Write(ReportView view, ReportBuilder builder) => builder.Add(new Table(
        "questions",
        "Suspected beliefs, to be confirmed or set aside",
        ["belief", "origin", "scope", "since", "ended"],
        [
            .. view.All<BeliefFact>()
                .Where(belief => !belief.Counts && belief.Day <= view.Last && view.Serves(belief.AimId))
                .Select(belief => new Row(
                    [belief.Text, Text.Cell(belief.Origin), Text.Cell(belief.Scope), Text.Cell(belief.Day), Text.Day(belief.EndedAt)], belief.Id, belief.Events)),
        ]));
}
