using Journal.Reports.Weeks;

namespace Journal.Reports.Phases;

/// <summary>
/// The phases of one stretch of progress, in the order they began. Each ends where the next begins; hesitation and avoidance also end where their signs do, and
/// momentum may come again. What nobody recorded does not go on: a phase ends with its last known week, and before a silence of more than <c>silentDays</c> days.
/// </summary>
internal static class PhaseSequence
{
    /// <param name="weeks">Of the stretch, oldest first.</param>
    /// <param name="fall">Where the regression begins; null while none has followed.</param>
    public static IReadOnlyList<PhaseSpan> Of(IReadOnlyList<PhaseWeek> weeks, int? fall, double peak, IRules rules)
    {
        var before = fall ?? weeks.Count;
        var passing = Passing(weeks, peak, rules).Where(one => one.Weeks.From < before).ToList();
        List<(Phase Phase, PhaseWeeks Weeks)> all =
        [
            .. Momentum(weeks, 0, before, rules),
            .. passing,
            .. passing.SelectMany(one => Momentum(weeks, one.Weeks.Until, before, rules)).Where(again => !passing.Exists(one => one.Weeks.Holds(again.Weeks.From))).Distinct(),
            .. fall is { } at ? [(Phase.Inconsistency, new PhaseWeeks(at, weeks.Count))] : Array.Empty<(Phase, PhaseWeeks)>(),
        ];
        return [.. all.OrderBy(one => one.Weeks.From).ThenBy(one => one.Phase).Select(one => Span(weeks, one.Phase, one.Weeks with { Until = End(one.Weeks) }, rules))];

        int End(PhaseWeeks one) => all.Select(other => other.Weeks.From).Where(from => from > one.From).Append(one.Until).Min();
    }

    private static IEnumerable<(Phase Phase, PhaseWeeks Weeks)> Momentum(IReadOnlyList<PhaseWeek> weeks, int from, int before, IRules rules) =>
        PhaseRules.Momentum(weeks, from, rules) is { } at && at < before ? [(Phase.Momentum, new PhaseWeeks(at, weeks.Count))] : [];

    private static IEnumerable<(Phase Phase, PhaseWeeks Weeks)> Passing(IReadOnlyList<PhaseWeek> weeks, double peak, IRules rules)
    {
        if (PhaseRules.Hesitation(weeks, peak, rules) is { } hesitation)
        {
            yield return (Phase.Hesitation, hesitation);
        }

        if (PhaseRules.Avoidance(weeks, rules) is { } avoidance)
        {
            yield return (Phase.Avoidance, avoidance);
        }
    }

    private static PhaseSpan Span(IReadOnlyList<PhaseWeek> weeks, Phase phase, PhaseWeeks of, IRules rules)
    {
        var span = weeks.Take(UntilSilence(weeks, of, rules)).Skip(of.From).ToList();
        return new(phase, span[0].Week.Week, span.Count, span.Count(week => week.Adherence is not null), [.. span.SelectMany(week => week.Events).Distinct()]);
    }

    private static int UntilSilence(IReadOnlyList<PhaseWeek> weeks, PhaseWeeks of, IRules rules)
    {
        var (end, silent) = (of.From + 1, 0);
        for (var i = of.From + 1; i < of.Until && 7 * silent <= rules[WeeklyAdherence.SilentDays]; i++)
        {
            silent = weeks[i].Silent ? silent + 1 : 0;
            end = weeks[i].Adherence is null ? end : i + 1;
        }

        return end;
    }
}

/// <summary>The weeks of a phase, from one on and before another, counted from the onset.</summary>
internal readonly record struct PhaseWeeks(int From, int Until)
{
    public bool Holds(int week) => From <= week && week < Until;
}
