using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports.Weeks;
using Journal.States;

namespace Journal.Reports.Metrics;

/// <summary>
/// The facts a report of metrics speaks of: as they stood at the end of the window, so that what came later neither closes nor starts anything,
/// within the window, and of the aim that was asked for.
/// </summary>
internal sealed class Scope
{
    private readonly ReportView view;

    private Scope(ReportView view)
    {
        this.view = view;
        (First, Last) = (view.First, view.Last);
        Facts = view.Facts.AsOf(ValidTime.EndOf(view.Last));
        End = EndOf(view);
        Decisions = [.. Within<DecisionFact>().Where(decision => view.Serves(decision.AimId))];
        var commitments = Facts.Of<CommitmentFact>().Where(one => view.Serves(one.AimId)).ToList();
        Commitments = [.. commitments.Where(one => !OverBefore(one, First))];
        Due = [.. commitments.Where(one => FinishMetrics.DueAt(one) is { } due && Covers(due))];
        Planned = [.. commitments.Where(one => one.PlannedAt is { } planned && Covers(planned))];
        var practices = view.Practices.Select(practice => practice.Practice.Id).ToHashSet();
        Outcomes = [.. Within<OutcomeFact>().Where(outcome => practices.Contains(outcome.PracticeId))];
        Samples = [.. Within<StateFact>()];
    }

    /// <summary>The scope of a view, made once.</summary>
    public static Scope Of(ReportView view) => view.Part(seen => new Scope(seen));

    public IRules Rules => view;

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public IEnumerable<IsoWeek> Weeks => view.Weeks;

    public JournalFacts Facts { get; }

    /// <summary>The last moment that is known.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Opened within the window.</summary>
    public IReadOnlyList<DecisionFact> Decisions { get; }

    /// <summary>Made by the end of the window and not over before it.</summary>
    public IReadOnlyList<CommitmentFact> Commitments { get; }

    /// <summary>Those due within the window; what has no due time is due at its plan.</summary>
    public IReadOnlyList<CommitmentFact> Due { get; }

    /// <summary>Those first planned to start within the window.</summary>
    public IReadOnlyList<CommitmentFact> Planned { get; }

    public IReadOnlyList<OutcomeFact> Outcomes { get; }

    public IReadOnlyList<StateFact> Samples { get; }

    public IReadOnlyList<PracticeWeeks> Practices => view.Practices;

    /// <summary>When the journal was in use.</summary>
    public JournalUse Use => view.Use;

    /// <summary>The first day of the second half of the window.</summary>
    public DateOnly Middle => First.AddDays((Last.DayNumber - First.DayNumber + 1) / 2);

    /// <summary>What several sections are worked out from: made once for the view.</summary>
    public T Part<T>(Func<ReportView, T> make)
        where T : class => view.Part(make);

    public IEnumerable<T> Within<T>()
        where T : Fact => Facts.Of<T>().Where(fact => fact.Day >= First && fact.Day <= Last);

    public bool Serves(Guid? aim) => view.Serves(aim);

    /// <summary>Whether a moment lies within the window.</summary>
    public bool Covers(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime) is var day && day >= First && day <= Last;

    private static bool OverBefore(CommitmentFact commitment, DateOnly first) =>
        (commitment.Ending?.At ?? PlannedStart.AbandonedAt(commitment)) is { } over && DateOnly.FromDateTime(over.DateTime) < first;

    // A report speaks to the end of its last day in the zone the person was last in, or to the instant that was asked for.
    private static DateTimeOffset EndOf(ReportView view) =>
        view.Request.AsOf is { Instant: { } instant, Day: var day } && day <= view.Request.To
            ? instant
            : new(view.Last.AddDays(1).ToDateTime(TimeOnly.MinValue), view.Facts.All.Count == 0 ? TimeSpan.Zero : view.Facts.All.MaxBy(fact => (fact.OccurredAt, fact.Id))!.OccurredAt.Offset);
}
