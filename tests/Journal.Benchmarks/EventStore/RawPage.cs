using Npgsql;

namespace Journal.Benchmarks.EventStore;

/// <summary>A page of which somebody already knows the positions: the rows and their bodies, and no more.</summary>
internal sealed class RawPage(NpgsqlConnection connection, string schema) : IAsyncDisposable
{
    private readonly NpgsqlCommand command = new($"select seq_id, id, version, timestamp, type, data from {schema}.mt_events where seq_id = any($1) order by seq_id", connection);

    public async Task<int> ReadAsync(long[] positions)
    {
        if (command.Parameters.Count == 0)
        {
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = positions });
            await command.PrepareAsync();
        }
        command.Parameters[0].Value = positions;
        var events = new List<(long, Guid, long, DateTime, string, Measured)>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            events.Add((row.GetInt64(0), row.GetGuid(1), row.GetInt64(2), row.GetDateTime(3), row.GetString(4), RawRead.Decode(row, 5)));
        return events.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
