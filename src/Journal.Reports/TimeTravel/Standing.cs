using Journal.Reports.Alignment;
using Journal.Reports.Cycles;

namespace Journal.Reports.TimeTravel;

/// <summary>Where things stand, in one sentence that rests on figures.</summary>
/// <param name="Sentence">For a person to read.</param>
/// <param name="PracticeId">The practice it speaks of first; null when there is none.</param>
/// <param name="Evidence">The events it came from.</param>
public sealed record Standing(string Sentence, Guid? PracticeId, IReadOnlyList<Guid> Evidence)
{
    public static Standing Of(AlignmentReport alignment, CyclesReport cycles)
    {
        var fallen = cycles.Practices
            .SelectMany(practice => practice.Cycles.Where(cycle => cycle.Recovered is null).Select(cycle => (Practice: practice, Cycle: cycle)))
            .OrderByDescending(open => open.Cycle.Depth)
            .ToList();
        if (fallen.Count > 0)
        {
            var (practice, cycle) = fallen[0];
            return new(Ending(cycles) is { } end ? $"{Then(end)} {WasRegressed(practice, cycle, fallen.Count - 1)}" : $"{Regressed(practice, cycle, fallen.Count - 1)} {Where(alignment)}", practice.PracticeId, cycle.Evidence);
        }

        var held = cycles.Practices.Where(practice => practice.OpenProgress is not null).OrderByDescending(practice => practice.OpenProgress!.Weeks).ToList();
        return held.Count > 0
            ? new(Ending(cycles) is { } last ? $"{Then(last)} {WasHeld(held)}" : $"{Held(held)} {Where(alignment)}", held[0].PracticeId, held[0].OpenProgress!.Evidence)
            : new(Ending(cycles) is { } day ? $"{Then(day)} No practice showed progress over consecutive weeks then, and none was in regression." : Nothing(cycles), null, []);
    }

    private static string Regressed(PracticeCycles practice, CycleFigure cycle, int others) =>
        $"“{practice.Title}” has been in regression for {Text.Count(cycle.Weeks, "week")}, since {Text.LongDay(cycle.Regression)}: from a peak of {Text.Percent(cycle.Peak)} to {Text.Percent(cycle.Trough)} at the lowest"
        + (others > 0 ? $", and {others} other {(others == 1 ? "practice is" : "practices are")} in regression too." : ".");

    private static string Held(List<PracticeCycles> held) =>
        $"No practice is in regression, and “{held[0].Title}” has held its progress for {Text.Count(held[0].OpenProgress!.Weeks, "week")}"
        + (held.Count > 1 ? $" ({held.Count} practices do)." : ".");

    // After two weeks without a record nothing is said of now.
    private static DateOnly? Ending(CyclesReport cycles) => cycles.Origin.LastRecord is { } last && cycles.Origin.To.DayNumber - last.DayNumber > ReportView.PastDays ? last : null;

    private static string Then(DateOnly last) => $"The records end on {Text.LongDay(last)}; what follows was so then.";

    private static string WasRegressed(PracticeCycles practice, CycleFigure cycle, int others) =>
        $"“{practice.Title}” was in regression for {Text.Count(cycle.Weeks, "week")}, since {Text.LongDay(cycle.Regression)}: from a peak of {Text.Percent(cycle.Peak)} to {Text.Percent(cycle.Trough)} at the lowest"
        + (others > 0 ? $", and {others} other {(others == 1 ? "practice was" : "practices were")} in regression too." : ".");

    private static string WasHeld(List<PracticeCycles> held) =>
        $"No practice was in regression, and “{held[0].Title}” had held its progress for {Text.Count(held[0].OpenProgress!.Weeks, "week")}"
        + (held.Count > 1 ? $" ({held.Count} practices had)." : ".");

    private static string Nothing(CyclesReport cycles) => cycles.N == 0
        ? "Nothing can be said yet: no practice has a week with enough recorded days."
        : "No practice shows progress over consecutive weeks at the moment, and none is in regression.";

    // The layer is named only by figures; where they are missing, that is the answer.
    private static string Where(AlignmentReport alignment)
    {
        var latest = alignment.Weeks.LastOrDefault(week => week.Layers.Any(layer => layer.Score is not null));
        return latest switch
        {
            { Limiting: { } layer } => $"The limiting layer of the week of {Text.LongDay(latest.Start)} is {Text.Word(layer)}.",
            { Alignment: not null } => "No layer stands out as the limiting one.",
            _ => "Which layer it comes from cannot be told: only one of the three is recorded.",
        };
    }
}
