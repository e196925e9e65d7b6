using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace Journal.EventStore.Reading;

/// <summary>Turns rows of mt_events into events. One per read: it keeps a buffer.</summary>
internal sealed class EventColumns(EventCatalog catalog) : IDisposable
{
    /// <summary>The columns in the order that <see cref="Read"/> wants them.</summary>
    public const string List = "seq_id, id, tenant_id, stream_id, version, type, data, timestamp, correlation_id, causation_id, headers";

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);

    public RecordedEvent Read(NpgsqlDataReader row)
    {
        var type = catalog.Named(row.GetString(5));
        var position = row.GetInt64(0);
        return new RecordedEvent(position, row.GetGuid(1), row.GetString(2), row.GetGuid(3), row.GetInt64(4), type.Name, Body(row, position, type),
            new DateTimeOffset(row.GetDateTime(7)), Text(row, 8), Text(row, 9), row.IsDBNull(10) ? EventHeaders.Empty : new(row.GetFieldValue<byte[]>(10)));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    // On the wire a jsonb is a version byte and the text; the reader's buffer is copied once, into ours.
    private object Body(NpgsqlDataReader row, long position, EventType type)
    {
        var length = (int)row.GetBytes(6, 0, null, 0, 0);
        if (length > buffer.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(length);
        }
        row.GetBytes(6, 0, buffer, 0, length);
        try
        {
            return type.Decode(buffer.AsSpan(1, length - 1));
        }
        catch (JsonException cause)
        {
            throw new UnreadableEventException(position, type.Name, cause);
        }
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
