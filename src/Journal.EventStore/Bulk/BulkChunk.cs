using System.Runtime.InteropServices;

namespace Journal.EventStore.Bulk;

/// <summary>A chunk with its bodies encoded and its streams counted, ready to be written.</summary>
internal sealed class BulkChunk
{
    private readonly Dictionary<(string Tenant, Guid Stream), int> slots = [];

    public BulkChunk(IReadOnlyList<BulkEvent> events, EventCatalog catalog)
    {
        Rows = new BulkRow[events.Count];
        for (var i = 0; i < Rows.Length; i++)
        {
            var (e, data) = (events[i], events[i].Event.Data);
            var slot = SlotOf(e);
            Rows[i] = new(e, slot, ++CollectionsMarshal.AsSpan(Streams)[slot].Count, catalog.NameOf(data.GetType()), catalog.Encode(data));
            IsFull |= e.Event.CorrelationId is not null || e.Event.CausationId is not null || !e.Event.Headers.IsEmpty;
        }
    }

    public BulkRow[] Rows { get; }

    public int Count => Rows.Length;

    /// <summary>Whether any of its events has a correlation, a causation or headers.</summary>
    public bool IsFull { get; }

    /// <summary>The streams of the chunk, as they first appear.</summary>
    public List<BulkStream> Streams { get; } = [];

    private int SlotOf(BulkEvent e)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, (e.Tenant, e.Stream), out var known);
        if (!known)
        {
            slot = Streams.Count;
            Streams.Add(new(e.Tenant, e.Stream, e.StreamType));
        }
        var stream = CollectionsMarshal.AsSpan(Streams)[slot];
        if (e.RecordedAt is { } at && at > stream.Last)
            CollectionsMarshal.AsSpan(Streams)[slot].Last = at;
        return slot;
    }
}

/// <summary>A stream of a chunk: how many events it gets, and the latest time among them.</summary>
internal record struct BulkStream(string Tenant, Guid Stream, string? Type)
{
    public int Count;
    public DateTimeOffset Last = DateTimeOffset.MinValue;
}

/// <summary>An event of a chunk: its stream's slot, and its place among the stream's events of this chunk, from 1.</summary>
internal readonly record struct BulkRow(BulkEvent Source, int Slot, int Place, string Type, byte[] Body);
