using Npgsql;

namespace Journal.EventStore.Following;

/// <summary>What the high water asks the server.</summary>
internal sealed class HighWaterSql(string schema)
{
    private readonly string head = $"select case when is_called then last_value else 0 end from {schema}.mt_events_sequence";

    // nextval locks the sequence until its transaction ends, before it draws; no privilege is needed to see locks.
    private readonly string writers = $"""
        select virtualtransaction, pid is null from pg_locks
        where locktype = 'relation' and relation = {SqlName.Literal(schema + ".mt_events_sequence")}::regclass and mode <> 'AccessShareLock' and granted
            and database = (select oid from pg_database where datname = current_database())
        """;

    private readonly string run = $"""
        select count(*) from (
            select seq_id, row_number() over (order by seq_id) as n
            from (select seq_id from {schema}.mt_events where seq_id > $1 order by seq_id limit $2) as next) as numbered
        where seq_id = $1 + n
        """;

    public async Task<long> HeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(head, connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<IReadOnlyCollection<Writer>> WritersAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(writers, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new HashSet<Writer>();
        while (await row.ReadAsync(ct))
            found.Add(new(row.GetString(0), row.GetBoolean(1)));
        return found;
    }

    /// <summary>How many numbers from the one after <paramref name="after"/> are there without a hole, counting to <paramref name="limit"/>.</summary>
    public async Task<long> RunAsync(NpgsqlConnection connection, long after, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(run, connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<long> { TypedValue = limit } },
        };
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
