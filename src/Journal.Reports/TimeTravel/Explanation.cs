using Journal.Facts;
using Journal.Recording;

namespace Journal.Reports.TimeTravel;

/// <summary>What one figure or finding of a report rests on.</summary>
/// <param name="Origin">How the report was asked, by which rules and which code.</param>
/// <param name="Figure">The figure; null when a finding is explained.</param>
/// <param name="Finding">The finding; null when a figure is explained.</param>
/// <param name="Others">How many figures or findings of that name the report has besides.</param>
/// <param name="Recomputed">The figure made again from the events listed here and no others; it is the figure's own value.</param>
/// <param name="Events">The events it came from, in the order of the log.</param>
/// <param name="Context">The other events of the subjects these belong to: what they were when they were spoken of.</param>
public sealed record Explanation(
    string Report,
    ReportOrigin Origin,
    Figure? Figure,
    Finding? Finding,
    int Others,
    double? Recomputed,
    IReadOnlyList<ExplainedEvent> Events,
    IReadOnlyList<ExplainedEvent> Context)
{
    /// <summary>Explains a figure, or a finding where no figure has the name.</summary>
    /// <param name="kind">The report.</param>
    /// <param name="person">Whose.</param>
    /// <param name="request">How it is asked.</param>
    /// <param name="name">The figure's or finding's name.</param>
    /// <param name="subject">Only that of this subject.</param>
    /// <param name="on">Only the one whose window holds this day; the latest that has a value when null.</param>
    /// <param name="events">The person's events as they are known at the moment asked for, in the order of the log.</param>
    /// <param name="cancel">Looked at with every figure and by every search.</param>
    /// <returns>Null when the report has neither.</returns>
    public static Explanation? Of(
        ReportKind kind, Guid person, ReportRequest request, string name, Guid? subject, DateOnly? on, IReadOnlyList<RecordedEvent> events, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var view = new ReportView(person, request, new FactsSoFar().Take(events).Now()) { Cancel = cancel };
        var report = kind.Of(view);
        var figures = report.Figures.Where(one => Named(one.Name, name) && Fits(one.Subject, subject) && (on is not { } day || (one.From <= day && one.To >= day))).ToList();
        if ((figures.LastOrDefault(one => one.Value is not null) ?? figures.LastOrDefault()) is { } figure)
        {
            var evidence = Evidence.Of(figure.Events, events);
            return new(report.Name, report.Origin, figure, null, figures.Count - 1, Recompute(kind, view, figure, evidence.All)?.Value, [.. Listed(evidence.Events)], [.. Listed(evidence.Context)]);
        }

        var findings = report.Findings.Where(one => Named(one.Name, name) && Fits(one.Subject, subject)).ToList();
        if (findings.LastOrDefault() is not { } finding)
        {
            return null;
        }

        var behind = Evidence.Of(finding.Events, events);
        return new(report.Name, report.Origin, null, finding, findings.Count - 1, null, [.. Listed(behind.Events)], [.. Listed(behind.Context)]);
    }

    /// <summary>A figure made again from some events and no others, over the window it had.</summary>
    /// <param name="kind">The report it is in.</param>
    /// <param name="view">What the report was made from.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="events">The events, in the order of the log.</param>
    /// <returns>Null when the report made from them has no such figure.</returns>
    public static Figure? Recompute(ReportKind kind, ReportView view, Figure figure, IReadOnlyList<RecordedEvent> events)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(view);
        // A history that begins later would have another window.
        var request = view.Request with { From = view.First };
        var facts = new FactsSoFar().Take(events).Now();
        return kind.Of(new ReportView(view.Person, request, facts) { Cancel = view.Cancel }).Figures
            .FirstOrDefault(one => (one.Name, one.Subject, one.From) == (figure.Name, figure.Subject, figure.From));
    }

    private static IEnumerable<ExplainedEvent> Listed(IEnumerable<RecordedEvent> events) => events.Select(ExplainedEvent.Of);

    private static bool Named(string one, string name) => string.Equals(one, name, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(Guid? one, Guid? subject) => subject is null || one == subject;
}

/// <summary>An event behind a figure.</summary>
/// <param name="Type">Its stored name.</param>
/// <param name="Subject">The stream it is in.</param>
/// <param name="Position">Its place in the log.</param>
/// <param name="OccurredAt">Valid time.</param>
/// <param name="RecordedAt">Append time.</param>
/// <param name="Source">Through what it came: api, web, cli or import.</param>
/// <param name="Import">The row it was imported from, verbatim; null for what was recorded here.</param>
public sealed record ExplainedEvent(
    Guid Id,
    string Type,
    Guid Subject,
    long Position,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string? Source,
    ImportHeader? Import)
{
    public static ExplainedEvent Of(RecordedEvent e) => new(
        e.Id, e.Type, e.Stream, e.Position, e.OccurredAt, e.RecordedAt, e.Headers.Text(StoredHeaders.Source), ImportHeader.Of(e.Headers));
}

/// <summary>Events with what they speak of.</summary>
/// <param name="Events">Those that were named, in the order of the log.</param>
/// <param name="Context">The other events of the same subjects.</param>
/// <param name="All">Both, in the order of the log.</param>
public sealed record Evidence(IReadOnlyList<RecordedEvent> Events, IReadOnlyList<RecordedEvent> Context, IReadOnlyList<RecordedEvent> All)
{
    /// <summary>Finds events by their ids.</summary>
    /// <param name="ids">The events' ids.</param>
    /// <param name="events">The person's events, in the order of the log.</param>
    public static Evidence Of(IEnumerable<Guid> ids, IReadOnlyList<RecordedEvent> events)
    {
        var named = ids.ToHashSet();
        var subjects = events.Where(e => named.Contains(e.Id)).Select(e => e.Stream).ToHashSet();
        var all = events.Where(e => subjects.Contains(e.Stream)).ToList();
        return new([.. all.Where(e => named.Contains(e.Id))], [.. all.Where(e => !named.Contains(e.Id))], all);
    }
}
