using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>Followers that shall not go on, in any process.</summary>
internal sealed class Pauses(PostgresEventStore store)
{
    public async Task AddAsync(string name, string reason, CancellationToken ct)
    {
        await using var command = Command($"insert into {store.Schema}.store_paused (name, reason) values ($1, $2) on conflict (name) do update set reason = excluded.reason", name);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task RemoveAsync(string name, CancellationToken ct)
    {
        await using var command = Command($"delete from {store.Schema}.store_paused where name = $1", name);
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand Command(string sql, string name)
    {
        var command = store.Db.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return command;
    }
}
