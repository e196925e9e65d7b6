using Journal.Facts;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;
using Journal.Web.Pages.Charts;

namespace Journal.Web.Pages.Cycles;

/// <summary>A cycle, or progress still open, with the practice it was found in.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Course">How it went.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Ids">The events it was found in.</param>
/// <param name="Interventions">Those under way in it.</param>
/// <param name="Notes">What to bear in mind when reading its figures.</param>
public sealed record CycleEvidence(
    PracticeView View,
    string Name,
    string Course,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<Guid> Ids,
    IReadOnlyList<ActiveIntervention> Interventions,
    IReadOnlyList<string> Notes)
{
    private const int Margin = 3;

    /// <summary>What begins in a practice on a day; null when nothing does.</summary>
    public static CycleEvidence? Find(Reading reading, Guid practice, DateOnly onset) =>
        PracticeView.Of(reading).FirstOrDefault(view => view.Practice.Id == practice) is not { } view ? null
        : view.Found.Cycles.FirstOrDefault(cycle => cycle.Onset == onset) is { } cycle ? Of(view, cycle)
        : view.Found.OpenProgress is { } open && open.Onset == onset ? Of(view, open)
        : null;

    /// <summary>Its weeks and a few around them.</summary>
    public WeekScale Scale()
    {
        var (first, last) = (View.History.Weeks[0].Start, View.History.Weeks[^1].Start);
        var (from, to) = (From.AddDays(-7 * Margin), To.AddDays(7 * Margin));
        return WeekScale.Of(IsoWeek.Of(from < first ? first : from), IsoWeek.Of(to > last ? last : to));
    }

    /// <summary>Those of a stream's events that it was found in, as they happened.</summary>
    public IReadOnlyList<RecordedEvent> Select(IEnumerable<RecordedEvent> stream)
    {
        var ids = Ids.ToHashSet();
        return [.. stream.Where(e => ids.Contains(e.Id)).OrderBy(e => e.OccurredAt).ThenBy(e => e.Position)];
    }

    private static CycleEvidence Of(PracticeView view, CycleFigure cycle) => new(
        view, CycleWords.Name(cycle), CycleWords.Course(cycle), cycle.Onset, cycle.Phases[1].To, cycle.Evidence, cycle.Interventions, cycle.Notes);

    private static CycleEvidence Of(PracticeView view, ProgressFigure open) => new(
        view, CycleWords.Name(open), CycleWords.Course(open), open.Onset, open.Onset.AddDays((7 * open.Weeks) - 1), open.Evidence, [], []);
}
