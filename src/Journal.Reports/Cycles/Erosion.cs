using Journal.Analysis.Cycles;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>Progress that goes on by the weekly rules, and of which the statistical detector warns that it has begun to fall.</summary>
/// <param name="Onset">First day of the progress.</param>
/// <param name="Warned">The day on which the fall could be told.</param>
public sealed record Erosion(Guid PracticeId, DateOnly Onset, DateOnly Warned)
{
    // The detector takes 0.2 to 0.3 ms a day, and learns nothing more from what lies longer ago.
    private const int Looked = 730;
    private const int Fresh = 7;

    /// <summary>Those of some practices, by the last day that is recorded.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="facts">Everything known of them.</param>
    /// <param name="practices">Which practices are looked at.</param>
    /// <param name="cancel">Looked at for every day that is searched.</param>
    /// <remarks>A warning of more than a week ago is none any more. Cost: up to 0.2 s for each practice that is in progress.</remarks>
    public static IReadOnlyList<Erosion> Of(Guid person, JournalFacts facts, Func<Guid, bool> practices, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.LastDay is not { } last)
        {
            return [];
        }

        var view = new ReportView(person, new() { To = last }, facts) { Cancel = cancel };
        var outcomes = view.Within<OutcomeFact>().ToLookup(outcome => outcome.PracticeId);
        return
        [
            .. view.Practices.Zip(PracticeCycles.Of(view)).Where(pair => pair.Second.OpenProgress is not null && practices(pair.Second.PracticeId))
                .Select(pair => Of(view, pair.First.Practice, outcomes[pair.First.Practice.Id], pair.Second.OpenProgress!.Onset)).OfType<Erosion>(),
        ];
    }

    private static Erosion? Of(ReportView view, PracticeFact practice, IEnumerable<OutcomeFact> outcomes, DateOnly onset)
    {
        var days = DayOfPractice.Of(view, practice, outcomes).TakeLast(Looked).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var found = CycleDetector.Detect([.. days.Select(day => day.Day)], [.. days.Select(day => day.Done)], view.Cancel);
        var warned = found.Warnings.Select(at => days[at].Day).LastOrDefault(day => day >= onset && day > view.Last.AddDays(-Fresh));
        return warned == default ? null : new(practice.Id, onset, warned);
    }
}
