using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Reports.Phases;

/// <summary>How a practice went: the stretches of progress the weekly rules find in it, each with its phases.</summary>
/// <param name="Known">Weeks whose adherence is known.</param>
internal sealed record Course(PracticeWeeks Practice, IReadOnlyList<PhaseWeek> Weeks, CycleFindings Found, IReadOnlyList<Stretch> Stretches, int Known)
{
    public PracticeFact Fact => Practice.Practice;

    /// <summary>The course of every practice.</summary>
    public static IReadOnlyList<Course> Of(ReportView view) =>
        view.Part<IReadOnlyList<Course>>(seen => [.. seen.Practices.Select(practice => Of(seen.Part(around => new Surroundings(around)), practice))]);

    private static Course Of(Surroundings around, PracticeWeeks practice)
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
