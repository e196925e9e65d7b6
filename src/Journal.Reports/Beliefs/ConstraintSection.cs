using Journal.Beliefs;
using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;
using Journal.Work;

namespace Journal.Reports.Beliefs;

/// <summary>What each belief was named to limit, with every commitment and practice it constrains and how those went.</summary>
internal static class ConstraintSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        var attempts = IntendedAction.Of(view).ToLookup(attempt => attempt.Subject);
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

    private static IEnumerable<Row> Lines(BeliefLedger ledger, Constrained constrained, ILookup<Guid, IntendedAction> attempts)
    {
        var named = constrained.Named(ledger.Belief);
        var subjects = constrained.By(ledger.Belief);
        return subjects.Count == 0 && named is not null
            ? [Line(ledger, named, null, [])]
            : subjects.Select(subject => Line(ledger, named, subject, [.. attempts[subject.Id]]));
    }

    private static Row Line(BeliefLedger ledger, Constraint? named, Fact? subject, IReadOnlyList<IntendedAction> attempts) => new(
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

/// <summary>
/// A belief's stated ceiling against the output of the weeks since it was named. It holds where at least <c>ceilingWeeks</c> weeks come within
/// <c>ceilingTolerance</c> of it and none goes beyond that.
/// </summary>
internal static class CeilingSection
{
    public static readonly Rule CeilingTolerance = new("ceilingTolerance", 0.05, 0, 1, "How near, as a share of it, a week's output comes to a stated ceiling to have reached it.");
    public static readonly WholeRule CeilingWeeks = new("ceilingWeeks", 3, 1, 52, "Weeks that reach a ceiling before it is said to hold.");

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        var outputs = view.Within<OutputFact>().ToList();
        var constrained = new Constrained(view);
        foreach (var ledger in ledgers)
        {
            if (constrained.Named(ledger.Belief) is { Ceiling: { } ceiling and > 0 } named)
            {
                Judge(view, builder, ledger, ceiling, Weeks(ledger.Belief, named, outputs));
            }
        }
    }

    private static List<(double Output, IReadOnlyList<Guid> Events)> Weeks(BeliefFact belief, Constraint named, IReadOnlyList<OutputFact> outputs) =>
    [
        .. outputs
            .Where(one => belief.AimId is null || one.AimId == belief.AimId)
            .Where(one => IsoWeek.Of(one.Day) >= IsoWeek.Of(DateOnly.FromDateTime(named.At.DateTime)) && belief.IsHeld(one.OccurredAt))
            .GroupBy(one => IsoWeek.Of(one.Day))
            .Select(week => (week.Sum(one => one.Amount), (IReadOnlyList<Guid>)[.. week.SelectMany(one => one.Events)])),
    ];

    private static void Judge(ReportView view, ReportBuilder builder, BeliefLedger ledger, double ceiling, List<(double Output, IReadOnlyList<Guid> Events)> weeks)
    {
        var id = ledger.Belief.Id;
        var near = weeks.Where(week => Math.Abs(week.Output - ceiling) <= (view[CeilingTolerance] * ceiling) + 1e-9).ToList();
        var events = ledger.Belief.Events.Concat(weeks.SelectMany(week => week.Events)).ToList();
        if (weeks.Count == 0)
        {
            builder.Insufficient("ceiling", "outputs recorded since the ceiling was named", 0, ledger.Belief.Events, id);
            return;
        }

        var best = weeks.Max(week => week.Output);
        builder.Add("ceiling.best", "best week's output as a share of the stated ceiling", "share", Measure.Of(best / ceiling, weeks.Count, events), id);
        builder.Add("ceiling.reached", "weeks whose output came near the stated ceiling", "count", Measure.Of(near.Count, weeks.Count, near.SelectMany(week => week.Events)), id);
        var words = $"{near.Count} of {Text.Count(weeks.Count, "week")} came within {Text.Percent(view[CeilingTolerance])} of the stated {Text.Number(ceiling, 4)}; the best was {Text.Number(best, 4)}.";
        builder.Judge(
            "ceiling",
            near.Count >= view[CeilingWeeks] && best <= (1 + view[CeilingTolerance]) * ceiling,
            $"Output stops at the stated ceiling: {words}",
            $"Output does not stop at the stated ceiling: {words}",
            weeks.Count, events, id, "capacity may end there too");
    }
}
