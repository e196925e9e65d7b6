using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Benchmarks.EventStore;

/// <summary>SELECT and System.Text.Json by hand: what an aggregate or a reader of a stream cannot do without, and no more.</summary>
internal sealed class RawRead : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;

    private RawRead(NpgsqlConnection connection, string schema)
    {
        this.connection = connection;
        command = new($"select version, id, timestamp, type, data from {schema}.mt_events where tenant_id = $1 and stream_id = $2 order by version", connection)
        {
            Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Varchar }, new() { NpgsqlDbType = NpgsqlDbType.Uuid } },
        };
    }

    public static async Task<RawRead> OpenAsync(NpgsqlDataSource db, string schema)
    {
        var raw = new RawRead(await db.OpenConnectionAsync(), schema);
        await raw.command.PrepareAsync();
        return raw;
    }

    public async Task<List<(long Version, Guid Id, DateTime Time, string Type, Measured Data)>> ReadAsync(string tenant, Guid stream)
    {
        (command.Parameters[0].Value, command.Parameters[1].Value) = (tenant, stream);
        var events = new List<(long, Guid, DateTime, string, Measured)>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            events.Add((row.GetInt64(0), row.GetGuid(1), row.GetDateTime(2), row.GetString(3), Decode(row, 4)));
        return events;
    }

    public async Task<Sum> AggregateAsync(string tenant, Guid stream)
    {
        (command.Parameters[0].Value, command.Parameters[1].Value) = (tenant, stream);
        Sum? sum = null;
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            sum = Measurements.Fold(sum, Decode(row, 4));
        return sum!;
    }

    public static Measured Decode(NpgsqlDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetFieldValue<ReadOnlyMemory<byte>>(column).Span, MeasuredJson.Default.Measured)!;

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
