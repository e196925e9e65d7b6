namespace Journal.EventStore.Bulk;

/// <summary>An event of a bulk import.</summary>
/// <param name="Tenant">Whose stream it is.</param>
/// <param name="Stream">The stream; events of one stream are taken in the order they come.</param>
/// <param name="Event">The event.</param>
/// <param name="RecordedAt">When it was appended elsewhere; null for now. Never earlier than the events before it in the stream.</param>
/// <param name="StreamType">Kept when the stream is new.</param>
public sealed record BulkEvent(string Tenant, Guid Stream, NewEvent Event, DateTimeOffset? RecordedAt = null, string? StreamType = null);

/// <summary>How far a bulk import is.</summary>
/// <param name="Events">Events of the source that are in the log.</param>
/// <param name="EventsPerSecond">On average in this run.</param>
public sealed record BulkProgress(long Events, double EventsPerSecond);

/// <summary>How a bulk import works.</summary>
public sealed class BulkOptions
{
    /// <summary>Events a chunk, which is one transaction: it is in the log whole or not at all. Default 50,000, about 25 MB of memory.</summary>
    public int ChunkSize { get; init; } = 50_000;

    /// <summary>Told after each chunk.</summary>
    public IProgress<BulkProgress>? Progress { get; init; }
}
