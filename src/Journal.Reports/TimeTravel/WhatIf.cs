using Journal.Facts;

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
    public static ReportComparison Of(
        ReportKind kind, Guid person, ReportRequest request, RuleSet rules, ChangedHistory changed, IReadOnlyList<RecordedEvent> events)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(changed);
        var original = new FactsSoFar().Take(events).Now();
        var view = new ReportView(person, request, original);
        // Both speak of the same days: a history that begins later must not become a shorter window.
        var supposed = changed.IsNone() ? original : new FactsSoFar().Take(changed.Of(events, original)).Now();
        return ReportComparison.Of(kind.Of(view), kind.Of(new ReportView(person, request with { Rules = rules, From = changed.IsNone() ? request.From : view.First }, supposed)));
    }
}
