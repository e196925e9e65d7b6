using Journal.Facts;
using Journal.Recording;

namespace Journal.Reports.TimeTravel;

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
        e.Id, e.Type, e.Stream, e.Position, ((IJournalEvent)e.Data).OccurredAt, e.RecordedAt, e.Headers.Text(StoredHeaders.Source), ImportHeader.Of(e.Headers));
}
