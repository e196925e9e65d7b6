using System.Text.Json;
using Npgsql;

namespace Journal.EventStore.Reading;

/// <summary>Turns rows of mt_events into events.</summary>
internal sealed class EventColumns(EventCatalog catalog, bool keepUnknown)
{
    /// <summary>The columns in the order that <see cref="Read"/> wants them, which is the order they are taken from the wire.</summary>
    public const string List = "seq_id, id, tenant_id, stream_id, version, type, data, timestamp, correlation_id, causation_id, headers";

    /// <summary>Positions to pass over without looking at them.</summary>
    public IReadOnlySet<long>? Skipped { get; init; }

    /// <summary>The tenant, where all rows are known to be of one; it is not decoded then.</summary>
    public string? Tenant { get; init; }

    /// <summary>The event, or null when it is to be skipped.</summary>
    public RecordedEvent? Read(NpgsqlDataReader row)
    {
        var position = row.GetInt64(0);
        if (Skipped?.Contains(position) == true)
            return null;
        var (id, tenant, stream, version) = (row.GetGuid(1), Tenant ?? row.GetString(2), row.GetGuid(3), row.GetInt64(4));
        var (type, data) = Body(position, row.GetString(5), row.GetFieldValue<ReadOnlyMemory<byte>>(6).Span);
        return new RecordedEvent(position, id, tenant, stream, version, type, data, new DateTimeOffset(row.GetDateTime(7)),
            Text(row, 8), Text(row, 9), row.IsDBNull(10) ? EventHeaders.Empty : new(row.GetFieldValue<byte[]>(10)));
    }

    private (string Type, object Data) Body(long position, string name, ReadOnlySpan<byte> body)
    {
        try
        {
            if (catalog.TryNamed(name) is { } type)
                return (type.Current, type.Decode(body));
            return keepUnknown ? (name, new UnknownEvent(JsonElement.Parse(body))) : throw new UnknownEventException(name) { Position = position };
        }
        catch (JsonException cause)
        {
            throw new UnreadableEventException(position, name, cause);
        }
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
