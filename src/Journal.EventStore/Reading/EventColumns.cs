using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace Journal.EventStore.Reading;

/// <summary>Turns rows of mt_events into events. One per read: it keeps a buffer.</summary>
internal sealed class EventColumns(EventCatalog catalog, bool keepUnknown = false) : IDisposable
{
    /// <summary>The columns in the order that <see cref="Read"/> wants them.</summary>
    public const string List = "seq_id, id, tenant_id, stream_id, version, type, data, timestamp, correlation_id, causation_id, headers";

    private readonly char[] names = new char[501];
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
    private string tenant = "";

    /// <summary>Positions to pass over without looking at them.</summary>
    public IReadOnlySet<long>? Skipped { get; init; }

    /// <summary>The event, or null when it is to be skipped.</summary>
    public RecordedEvent? Read(NpgsqlDataReader row)
    {
        var position = row.GetInt64(0);
        if (Skipped?.Contains(position) == true)
            return null;
        var (type, data) = Body(row, position);
        return new RecordedEvent(position, row.GetGuid(1), Tenant(row), row.GetGuid(3), row.GetInt64(4), type, data,
            new DateTimeOffset(row.GetDateTime(7)), Text(row, 8), Text(row, 9), row.IsDBNull(10) ? EventHeaders.Empty : new(row.GetFieldValue<byte[]>(10)));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private (string Type, object Data) Body(NpgsqlDataReader row, long position)
    {
        var name = names.AsSpan(0, (int)row.GetChars(5, 0, names, 0, names.Length));
        var type = catalog.TryNamed(name);
        var body = Bytes(row);
        try
        {
            if (type is not null)
                return (type.Current, type.Decode(body));
            var unknown = name.ToString();
            return keepUnknown ? (unknown, new UnknownEvent(JsonElement.Parse(body))) : throw new UnknownEventException(unknown) { Position = position };
        }
        catch (JsonException cause)
        {
            throw new UnreadableEventException(position, name.ToString(), cause);
        }
    }

    // On the wire a jsonb is a version byte and the text; the reader's buffer is copied once, into ours.
    private ReadOnlySpan<byte> Bytes(NpgsqlDataReader row)
    {
        var length = (int)row.GetBytes(6, 0, null, 0, 0);
        if (length > buffer.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(length);
        }
        row.GetBytes(6, 0, buffer, 0, length);
        return buffer.AsSpan(1, length - 1);
    }

    // Events of one tenant come in runs.
    private string Tenant(NpgsqlDataReader row)
    {
        var length = (int)row.GetChars(2, 0, names, 0, names.Length);
        if (!names.AsSpan(0, length).SequenceEqual(tenant))
            tenant = length < names.Length ? names.AsSpan(0, length).ToString() : row.GetString(2);
        return tenant;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
