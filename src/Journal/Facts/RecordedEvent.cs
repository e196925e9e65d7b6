using JasperFx.Events;
using Journal.Recording;

namespace Journal.Facts;

/// <summary>An event as the log has it.</summary>
/// <param name="Position">Its place in the whole log (seq_id); positions grow, with holes.</param>
/// <param name="Id">The event's id.</param>
/// <param name="Tenant">Whose stream it is in.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Type">The stored name of its type.</param>
/// <param name="Data">The body, in its newest shape.</param>
/// <param name="RecordedAt">When it was appended.</param>
/// <param name="CorrelationId">What piece of work it belongs to, if known.</param>
/// <param name="CausationId">What caused it, if known.</param>
/// <param name="Headers">Whatever else came along.</param>
public sealed record RecordedEvent(
    long Position, Guid Id, string Tenant, Guid Stream, long Version, string Type, object Data, DateTimeOffset RecordedAt,
    string? CorrelationId, string? CausationId, EventHeaders Headers)
{
    /// <summary>Valid time; of an event that cannot be read, when it was recorded.</summary>
    public DateTimeOffset OccurredAt => Data is IJournalEvent known ? known.OccurredAt : RecordedAt;

    /// <summary>What Marten gives out of an event that was read or has been committed.</summary>
    public static RecordedEvent Of(IEvent e) => new(
        e.Sequence, e.Id, e.TenantId, e.StreamId, e.Version, e.EventTypeName, e.Data, e.Timestamp, e.CorrelationId, e.CausationId, EventHeaders.Of(e.Headers));
}
