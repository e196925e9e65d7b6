using Npgsql;

namespace Journal.EventStore.Bulk;

/// <summary>How many events of an import's source are in the log.</summary>
internal sealed class BulkCursor(PostgresEventStore store, string name)
{
    public async Task<long> StartAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var insert = Command(connection, $"insert into {store.Schema}.store_imports (name, events) values ($1, 0) on conflict (name) do nothing");
        await insert.ExecuteNonQueryAsync(ct);
        await using var select = Command(connection, $"select events from {store.Schema}.store_imports where name = $1");
        return (long)(await select.ExecuteScalarAsync(ct))!;
    }

    /// <exception cref="ProgressLostException">Another process is running the same import.</exception>
    public async Task MoveAsync(NpgsqlConnection connection, long from, long to, CancellationToken ct)
    {
        await using var update = Command(connection, $"update {store.Schema}.store_imports set events = $3, updated_at = now() where name = $1 and events = $2");
        update.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from });
        update.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to });
        if (await update.ExecuteNonQueryAsync(ct) == 0)
            throw new ProgressLostException(name, from);
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = name } } };
}
