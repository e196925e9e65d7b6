using Journal.Practices;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Reports.Phases;

/// <summary>How a practice went: the stretches of progress the weekly rules find in it, each with its phases.</summary>
/// <param name="Known">Weeks whose adherence is known.</param>
internal sealed record PracticeCourse(PracticeWeeks Practice, IReadOnlyList<PhaseWeek> Weeks, CycleFindings Found, IReadOnlyList<Stretch> Stretches, int Known)
{
    public PracticeFact Fact => Practice.Practice;

    /// <summary>The course of every practice.</summary>
    public static IReadOnlyList<PracticeCourse> Of(ReportView view) =>
        view.Part<IReadOnlyList<PracticeCourse>>(seen => [.. seen.Practices.Select(practice => Of(seen.Part(around => new Surroundings(around)), practice))]);

    private static PracticeCourse Of(Surroundings around, PracticeWeeks practice)
    {
        var weeks = PhaseWeek.Of(around, practice);
        var rules = around.View;
        var found = CycleRules.Find([.. practice.Weeks.Select(week => (week.Week, week.Adherence))], rules);
        var closed = found.Cycles.Select(cycle => Stretch.Of(weeks, cycle, cycle.Onset, cycle.Peak, cycle.Regression.Monday.AddDays(7 * (cycle.Weeks - 1)), rules));
        var open = found.OpenProgress is { } progress ? [Stretch.Of(weeks, null, progress.Onset, progress.Peak, progress.Onset.Monday.AddDays(7 * (progress.Weeks - 1)), rules)] : Array.Empty<Stretch>();
        return new(practice, weeks, found, [.. closed, .. open], weeks.Count(week => week.Adherence is not null));
    }
}

/// <summary>Progress from its onset to the end of the regression that followed, or to the last known week.</summary>
/// <param name="Cycle">Null while no regression has followed.</param>
/// <param name="Phases">Those observed, in the order they began.</param>
internal sealed record Stretch(Cycle? Cycle, IsoWeek Onset, IReadOnlyList<PhaseWeek> Weeks, IReadOnlyList<PhaseSpan> Phases)
{
    /// <summary>Phases before the last observed one that were not, by number.</summary>
    public IReadOnlyList<int> NotObserved =>
        Phases.Count == 0 ? [] : [.. Enumerable.Range(1, Phases.Max(span => (int)span.Phase)).Except(Phases.Select(span => (int)span.Phase))];

    /// <summary>What else is recorded that would explain it.</summary>
    public IReadOnlyList<string> Alternatives =>
    [
        .. from cause in new[] { Cause.Capacity, Cause.Environment, Cause.Illness }
           let count = Weeks.Sum(week => week.Outside.GetValueOrDefault(cause))
           where count > 0
           select $"{Text.Cell(cause)}: {count} misses or skips were put down to it",
        .. Weeks.Count(week => week.Silent) is > 0 and var unknown ? [$"missing data: too little is recorded in {Text.Count(unknown, "week")}"] : Array.Empty<string>(),
    ];

    public static Stretch Of(IReadOnlyList<PhaseWeek> all, Cycle? cycle, IsoWeek onset, double peak, DateOnly end, IRules rules)
    {
        var weeks = all.Where(week => week.Week.Week >= onset && week.Week.Week.Monday <= end).ToList();
        var fall = cycle is null ? (int?)null : weeks.FindIndex(week => week.Week.Week == cycle.Regression);
        return new(cycle, onset, weeks, PhaseSequence.Of(weeks, fall, peak, rules));
    }
}

internal enum Phase
{
    Momentum = 1,
    Hesitation,
    Avoidance,
    Inconsistency,
}

/// <summary>A phase that was observed.</summary>
/// <param name="Weeks">Until the next phase began or the records fall silent, and never beyond the last known week.</param>
/// <param name="Known">Weeks of those whose adherence is known.</param>
internal sealed record PhaseSpan(Phase Phase, IsoWeek From, int Weeks, int Known, IReadOnlyList<Guid> Events);

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
