using Journal.Domain.Rules;
using Journal.Reports.Facts;
using Journal.Reports.Figures;
using Journal.Reports.Provenance;
using Journal.Reports.Weeks;

namespace Journal.Reports.Metrics;

/// <summary>
/// The facts a report of metrics speaks of: as they stood at the end of the window, so that what came later neither closes nor starts anything,
/// within the window, and of the aim that was asked for.
/// </summary>
internal sealed class Scope
{
    private readonly ReportView view;

    public Scope(ReportView view)
    {
        this.view = view;
        Facts = view.Facts.AsOf(ValidTime.EndOf(view.Last));
        End = EndOf(view);
        Decisions = [.. Within<DecisionFact>().Where(decision => view.Serves(decision.AimId))];
        Commitments = [.. Facts.Of<CommitmentFact>().Where(one => view.Serves(one.AimId) && view.Covers(FinishMetrics.DueAt(one) ?? one.OccurredAt))];
        var practices = view.Practices.Select(practice => practice.Practice.Id).ToHashSet();
        Outcomes = [.. Within<OutcomeFact>().Where(outcome => practices.Contains(outcome.PracticeId))];
        Samples = [.. Within<StateFact>()];
    }

    public RuleSet Rules => view.Rules;

    public DateOnly First => view.First;

    public DateOnly Last => view.Last;

    public IEnumerable<IsoWeek> Weeks => view.Weeks;

    public JournalFacts Facts { get; }

    /// <summary>The last moment that is known.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Opened within the window.</summary>
    public IReadOnlyList<DecisionFact> Decisions { get; }

    /// <summary>Due within the window, by their due time, else their plan, else when they were made.</summary>
    public IReadOnlyList<CommitmentFact> Commitments { get; }

    public IReadOnlyList<OutcomeFact> Outcomes { get; }

    public IReadOnlyList<StateFact> Samples { get; }

    public IReadOnlyList<PracticeWeeks> Practices => view.Practices;

    /// <summary>The first day of the second half of the window.</summary>
    public DateOnly Middle => First.AddDays((Last.DayNumber - First.DayNumber + 1) / 2);

    public IEnumerable<T> Within<T>()
        where T : Fact => Facts.Of<T>().Where(fact => fact.Day >= First && fact.Day <= Last);

    public bool Serves(Guid? aim) => view.Serves(aim);

    /// <summary>Whether a moment lies within the window.</summary>
    public bool Covers(DateTimeOffset moment) => view.Covers(moment);

    // A report speaks to the end of its last day in the zone the person was last in, or to the instant that was asked for.
    private static DateTimeOffset EndOf(ReportView view) =>
        view.Request.AsOf is { Instant: { } instant, Day: var day } && day <= view.Request.To
            ? instant
            : new(view.Last.AddDays(1).ToDateTime(TimeOnly.MinValue), view.Facts.All.Count == 0 ? TimeSpan.Zero : view.Facts.All.MaxBy(fact => (fact.OccurredAt, fact.Id))!.OccurredAt.Offset);
}
