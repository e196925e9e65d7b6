using Npgsql;

namespace Journal.EventStore.Projections;

/// <summary>A projection's row in mt_event_progression, named as Marten names them: <c>Name:All</c>, or <c>Name:V2:All</c>.</summary>
internal sealed class ProgressRow(string schema, string name)
{
    public static string NameOf(IProjection projection) => NameOf(projection.Name, projection.Version);

    public static string NameOf(string name, int version) => version <= 1 ? $"{name}:All" : $"{name}:V{version}:All";

    public async Task<long> StartAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var insert = Command(connection, $"insert into {schema}.mt_event_progression (name, last_seq_id) values ($1, 0) on conflict (name) do nothing");
        await insert.ExecuteNonQueryAsync(ct);
        await using var select = Command(connection, $"select coalesce(last_seq_id, 0) from {schema}.mt_event_progression where name = $1");
        return (long)(await select.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Locks the row: $1 name. Gives the position, and whether the projection shall not go on.</summary>
    public NpgsqlBatchCommand LockStatement => new($"""
        select last_seq_id, exists (select from {schema}.store_paused paused where paused.name = progress.name)
        from {schema}.mt_event_progression progress where name = $1 for update of progress
        """)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
    };

    /// <summary>Reads what <see cref="LockStatement"/> gives.</summary>
    /// <returns>False when the projection is paused.</returns>
    /// <exception cref="ProgressLostException">The row is not at <paramref name="expected"/>.</exception>
    public async Task<bool> ReadLockAsync(NpgsqlDataReader row, long expected, CancellationToken ct)
    {
        if (!await row.ReadAsync(ct) || row.GetInt64(0) != expected)
            throw new ProgressLostException(name, expected);
        return !row.GetBoolean(1);
    }

    /// <exception cref="ProgressLostException">The row is elsewhere: somebody else has moved it.</exception>
    public async Task MoveAsync(ProjectionTransaction transaction, long from, long to, CancellationToken ct)
    {
        await using var update = Command(transaction.Connection, $"""
            update {schema}.mt_event_progression set last_seq_id = $3, last_updated = transaction_timestamp() where name = $1 and last_seq_id = $2
            """);
        update.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from });
        update.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to });
        await transaction.PrepareAsync(update, ct);
        if (await update.ExecuteNonQueryAsync(ct) == 0)
            throw new ProgressLostException(name, from);
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = name } } };
}
