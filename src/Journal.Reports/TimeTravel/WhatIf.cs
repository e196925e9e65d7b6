using Journal.Facts;
using Journal.Interventions;

namespace Journal.Reports.TimeTravel;

/// <summary>The same history under other rules, or a changed history, beside the original.</summary>
public static class WhatIf
{
    /// <summary>Projects a report twice.</summary>
    /// <param name="kind">The report.</param>
    /// <param name="person">Whose.</param>
    /// <param name="request">How the original is asked.</param>
    /// <param name="rules">The rules of the other.</param>
    /// <param name="changed">What the other leaves out.</param>
    /// <param name="events">The person's events, in the order of the log.</param>
    /// <param name="cancel">Looked at with every figure and by every search.</param>
    public static ReportComparison Of(
        ReportKind kind, Guid person, ReportRequest request, RuleSet rules, ChangedHistory changed, IReadOnlyList<RecordedEvent> events, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(changed);
        var original = new FactsSoFar().Take(events).Now();
        var view = new ReportView(person, request, original) { Cancel = cancel };
        // Both speak of the same days: a history that begins later must not become a shorter window.
        var supposed = changed.IsNone() ? original : new FactsSoFar().Take(changed.Of(events, original)).Now();
        return ReportComparison.Of(kind.Of(view), kind.Of(new ReportView(person, request with { Rules = rules, From = changed.IsNone() ? request.From : view.First }, supposed) { Cancel = cancel }));
    }
}

/// <summary>A history as it would stand without some of it. Nothing is stored; the events are left out before they are folded.</summary>
public sealed record ChangedHistory
{
    /// <summary>Nothing is left out.</summary>
    public static ChangedHistory None { get; } = new();

    /// <summary>Events to leave out, by id.</summary>
    public IReadOnlyCollection<Guid> Events { get; init; } = [];

    /// <summary>Subjects to leave out, with all that was said of them.</summary>
    public IReadOnlyCollection<Guid> Subjects { get; init; } = [];

    /// <summary>
    /// Interventions to leave out, each with what occurred while it was under way. What began a subject in that time that went on after it stays: without
    /// its beginning, nothing that came later could be read.
    /// </summary>
    public IReadOnlyCollection<Guid> Interventions { get; init; } = [];

    /// <summary>Whether anything is left out.</summary>
    public bool IsNone() => Events.Count == 0 && Subjects.Count == 0 && Interventions.Count == 0;

    /// <summary>The events that stay, in their order.</summary>
    /// <param name="events">All of them.</param>
    /// <param name="facts">What they make, to find when the interventions were.</param>
    public IReadOnlyList<RecordedEvent> Of(IReadOnlyList<RecordedEvent> events, JournalFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var windows = facts.Of<InterventionFact>().Where(one => Interventions.Contains(one.Id)).ToList();
        bool Within(RecordedEvent e) => windows.Exists(window => Occurred(e) >= window.OccurredAt && Occurred(e) <= (window.EndedAt ?? DateTimeOffset.MaxValue));
        var goingOn = windows.Count == 0 ? [] : events.Where(e => !Within(e)).Select(e => e.Stream).ToHashSet();
        return [.. events.Where(e =>
            !Events.Contains(e.Id) && !Subjects.Contains(e.Stream) && !Interventions.Contains(e.Stream) && !(Within(e) && !(e.Version == 1 && goingOn.Contains(e.Stream))))];
    }

    private static DateTimeOffset Occurred(RecordedEvent e) => e.OccurredAt;
}
