using System.Text.Json;
using Npgsql;

namespace Journal.EventStore.Reading;

/// <summary>Turns rows of mt_events into events.</summary>
internal sealed class EventColumns(EventCatalog catalog, bool keepUnknown)
{
    /// <summary>The columns of rows that are known to be of one stream, in the order they are taken from the wire. A column left out is one the server need not write.</summary>
    public const string OfStream = "seq_id, id, version, type, data, timestamp, correlation_id, causation_id, headers";

    /// <summary>The columns of rows that are known to be of one tenant.</summary>
    public const string OfTenant = OfStream + ", stream_id";

    /// <summary>The columns of any rows.</summary>
    public const string OfAll = OfTenant + ", tenant_id";

    /// <summary>Positions to pass over without looking at them.</summary>
    public IReadOnlySet<long>? Skipped { get; init; }

    /// <summary>The tenant, where all rows are known to be of one.</summary>
    public string? Tenant { get; init; }

    /// <summary>The stream, where all rows are known to be of one.</summary>
    public Guid? Stream { get; init; }

    /// <summary>The event, or null when it is to be skipped.</summary>
    public RecordedEvent? Read(NpgsqlDataReader row)
    {
        var position = row.GetInt64(0);
        if (Skipped?.Contains(position) == true)
            return null;
        var (id, version) = (row.GetGuid(1), row.GetInt64(2));
        var (type, data) = Body(position, row.GetString(3), row.GetFieldValue<ReadOnlyMemory<byte>>(4).Span);
        var time = new DateTimeOffset(row.GetDateTime(5));
        var (correlation, causation, headers) = (Text(row, 6), Text(row, 7), row.IsDBNull(8) ? EventHeaders.Empty : new(row.GetFieldValue<byte[]>(8)));
        var stream = Stream ?? row.GetGuid(9);
        return new(position, id, Tenant ?? row.GetString(10), stream, version, type, data, time, correlation, causation, headers);
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
