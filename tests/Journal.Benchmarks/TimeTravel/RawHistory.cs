using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Facts;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Benchmarks.TimeTravel;

/// <summary>All of one tenant's events by SELECT and System.Text.Json: what a replay cannot do without, and no more.</summary>
internal sealed class RawHistory : IAsyncDisposable
{
    private static readonly Dictionary<string, JsonTypeInfo> Types = EventTypes.All.ToDictionary(EventTypes.NameOf, EventTypes.Json.GetTypeInfo);

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;

    private RawHistory(NpgsqlConnection connection, string schema)
    {
        this.connection = connection;
        command = new($"select seq_id, id, stream_id, version, timestamp, type, data from {schema}.mt_events where tenant_id = $1 and timestamp <= $2 order by seq_id", connection)
        {
            Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Varchar }, new() { NpgsqlDbType = NpgsqlDbType.TimestampTz } },
        };
    }

    public static async Task<RawHistory> OpenAsync(NpgsqlDataSource db, string schema)
    {
        var raw = new RawHistory(await db.OpenConnectionAsync(), schema);
        await raw.command.PrepareAsync();
        return raw;
    }

    public async Task<List<(long Position, Guid Id, Guid Stream, long Version, DateTime Time, string Type, object Data)>> ReadAsync(string tenant)
    {
        (command.Parameters[0].Value, command.Parameters[1].Value) = (tenant, DateTime.MaxValue.ToUniversalTime());
        var events = new List<(long, Guid, Guid, long, DateTime, string, object)>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var type = row.GetString(5);
            events.Add((row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetDateTime(4), type, JsonSerializer.Deserialize(row.GetFieldValue<ReadOnlyMemory<byte>>(6).Span, Types[type])!));
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
