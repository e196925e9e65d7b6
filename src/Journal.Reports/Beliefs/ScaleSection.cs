using Journal.Beliefs;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;
using Journal.Work;

namespace Journal.Reports.Beliefs;

/// <summary>
/// Whether a belief that took another's place fits the scale of what came after it: scope and ceiling of both beside the best week's output for the aim while
/// each was held. Where neither has a ceiling, or nothing came out since, that is said instead.
/// </summary>
internal static class ScaleSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        var constrained = new Constrained(view);
        var outputs = view.Within<OutputFact>().ToList();
        var pairs = ledgers.Where(old => !old.Active)
            .SelectMany(old => ledgers.Where(next => next.Belief.Id == old.Belief.ReplacedBy), (old, next) => (Old: Side.Of(old.Belief, constrained, outputs), New: Side.Of(next.Belief, constrained, outputs)))
            .ToList();
        builder.Add(new Table(
            "scale",
            "Scope and ceiling of replaced beliefs and of what replaced them, beside the best week of the aim",
            ["old", "oldScope", "oldCeiling", "bestBefore", "new", "newScope", "newCeiling", "bestSince", "weeksSince"],
            [.. pairs.Select(pair => Line(pair.Old, pair.New))]));
        foreach (var (old, next) in pairs)
        {
            Judge(builder, old, next);
        }
    }

    private static void Judge(ReportBuilder builder, Side old, Side next)
    {
        var (id, events) = (next.Belief.Id, old.Events.Concat(next.Events));
        if ((next.Ceiling ?? old.Ceiling) is null || next.Best is not { } best)
        {
            builder.Insufficient(
                "scale",
                next.Best is null
                    ? $"output for the aim since “{next.Belief.Text}” took the place of another belief"
                    : $"a stated ceiling of “{old.Belief.Text}” or of “{next.Belief.Text}”, which took its place",
                next.Weeks,
                events,
                id);
            return;
        }

        var beyond = next.Ceiling is { } own ? best > own : best <= old.Ceiling;
        var sentence = $"“{next.Belief.Text}” ({Words(next)}) took the place of “{old.Belief.Text}” ({Words(old)}); the best of {Text.Count(next.Weeks, "week")} since has an output of {Text.Number(best, 4)}";
        builder.Judge(
            "scale",
            !beyond,
            next.Ceiling is null ? $"{sentence}, beyond the old ceiling: it fits." : $"{sentence}, within its ceiling: it fits.",
            next.Ceiling is null ? $"{sentence}, which does not go beyond the old ceiling." : $"{sentence}, which goes beyond its own ceiling.",
            next.Weeks,
            events,
            id);
    }

    private static string Words(Side side) => $"{Text.Cell(side.Belief.Scope)}, {(side.Ceiling is { } ceiling ? $"ceiling {Text.Number(ceiling, 4)} a week" : "no ceiling")}";

    private static Row Line(Side old, Side next) => new(
        [
            old.Belief.Text,
            Text.Cell(old.Belief.Scope),
            Text.Cell(old.Ceiling),
            Text.Cell(old.Best),
            next.Belief.Text,
            Text.Cell(next.Belief.Scope),
            Text.Cell(next.Ceiling),
            Text.Cell(next.Best),
            Text.Cell(next.Weeks),
        ],
        next.Belief.Id,
        [.. old.Events.Concat(next.Events).Distinct()]);

    /// <param name="Ceiling">As stated last; null where none was.</param>
    /// <param name="Best">The highest output of a week while it was held; null where none is recorded.</param>
    /// <param name="Weeks">Weeks with an output.</param>
    private sealed record Side(BeliefFact Belief, double? Ceiling, double? Best, int Weeks, IReadOnlyList<Guid> Events)
    {
        public static Side Of(BeliefFact belief, Constrained constrained, IReadOnlyList<OutputFact> outputs)
        {
            var weeks = outputs.Where(one => (belief.AimId is null || one.AimId == belief.AimId) && belief.IsHeld(one.OccurredAt)).GroupBy(one => IsoWeek.Of(one.Day)).ToList();
            return new(
                belief,
                constrained.Named(belief)?.Ceiling,
                weeks.Count == 0 ? null : weeks.Max(week => week.Sum(one => one.Amount)),
                weeks.Count,
                [.. belief.Events.Concat(weeks.SelectMany(week => week).SelectMany(one => one.Events))]);
        }
    }
}
