using Journal.Beliefs;
using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Causes;

namespace Journal.Reports.Beliefs;

/// <summary>What each belief was named to limit, with every commitment and practice it constrains and how those went.</summary>
internal static class ConstraintSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        var attempts = Attempt.Of(view).ToLookup(attempt => attempt.Subject);
        var constrained = new Constrained(view);
        builder.Add(new Table(
            "constraints",
            "What beliefs constrain",
            ["belief", "status", "if", "limits", "template", "constrains", "missed", "attempts"],
            [.. ledgers.SelectMany(ledger => Lines(ledger, constrained, attempts))]));
        builder.Add(new Table(
            "tests",
            "Constraints that were put to a test",
            ["belief", "finding", "day"],
            [
                .. ledgers.SelectMany(ledger => ledger.Belief.Tests.Where(test => DateOnly.FromDateTime(test.At.DateTime) <= view.Last)
                    .Select(test => new Row([ledger.Belief.Text, Text.Cell(test.Finding), Text.Day(test.At)], ledger.Belief.Id, ledger.Belief.Events))),
            ]));
    }

    private static IEnumerable<Row> Lines(BeliefLedger ledger, Constrained constrained, ILookup<Guid, Attempt> attempts)
    {
        var named = constrained.Named(ledger.Belief);
        var subjects = constrained.By(ledger.Belief);
        return subjects.Count == 0 && named is not null
            ? [Line(ledger, named, null, [])]
            : subjects.Select(subject => Line(ledger, named, subject, [.. attempts[subject.Id]]));
    }

    private static Row Line(BeliefLedger ledger, Constraint? named, Fact? subject, IReadOnlyList<Attempt> attempts) => new(
        [
            ledger.Belief.Text,
            ledger.Status,
            named?.If,
            named?.Limits,
            named?.Template is { } template ? Text.Cell(template) : null,
            subject switch { PracticeFact practice => practice.Title, CommitmentFact commitment => commitment.Title, _ => null },
            Text.Cell(attempts.Count(attempt => attempt.Missed)),
            Text.Cell(attempts.Count),
        ],
        subject?.Id ?? ledger.Belief.Id,
        [.. ledger.Belief.Events.Concat(subject?.Events ?? []).Concat(attempts.SelectMany(attempt => attempt.Events)).Distinct()]);
}
