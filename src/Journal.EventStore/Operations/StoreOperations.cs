using Npgsql;

namespace Journal.EventStore.Operations;

/// <summary>Housekeeping: archive, erase, verify, count.</summary>
public sealed class StoreOperations(PostgresEventStore store)
{
    /// <summary>Archives a stream: it takes no more events, and reads pass it over. What projections made of it stays.</summary>
    /// <returns>False when there is no such stream.</returns>
    public Task<bool> ArchiveAsync(string tenant, Guid stream, CancellationToken ct) => SetArchivedAsync(tenant, stream, true, ct);

    /// <summary>Undoes <see cref="ArchiveAsync"/>.</summary>
    /// <returns>False when there is no such stream.</returns>
    public Task<bool> UnarchiveAsync(string tenant, Guid stream, CancellationToken ct) => SetArchivedAsync(tenant, stream, false, ct);

    /// <summary>Erases a tenant: every row of the schema that names them in a column <c>tenant_id</c>.</summary>
    /// <exception cref="TenantNotErasedException">Rows came back while they were being erased: somebody still writes for the tenant.</exception>
    public Task<EraseReport> EraseTenantAsync(string tenant, EraseOptions? options, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        return new TenantErasure(store, tenant, options ?? new()).RunAsync(ct);
    }

    /// <summary>Looks for what must not be: holes in streams, versions that do not fit, positions out of order, progress ahead of the log, bodies that do not decode.</summary>
    /// <remarks>Reads the whole log once. May run beside writers.</remarks>
    public Task<IReadOnlyList<Finding>> VerifyAsync(CancellationToken ct) => new Verification(store).RunAsync(ct);

    /// <summary>Counts.</summary>
    public Task<StoreStatistics> StatisticsAsync(CancellationToken ct) => StoreStatistics.ReadAsync(store, ct);

    // The stream row first: it is the lock that writers wait for.
    private async Task<bool> SetArchivedAsync(string tenant, Guid stream, bool archived, CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (table, key) in new[] { ("mt_streams", "id"), ("mt_events", "stream_id") })
            batch.BatchCommands.Add(new($"update {store.Schema}.{table} set is_archived = $3 where tenant_id = $1 and {key} = $2 and is_archived is distinct from $3")
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<Guid> { TypedValue = stream }, new NpgsqlParameter<bool> { TypedValue = archived },
                },
            });
        batch.BatchCommands.Add(new($"select exists (select from {store.Schema}.mt_streams where tenant_id = $1 and id = $2)")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<Guid> { TypedValue = stream } },
        });
        var exists = (bool)(await batch.ExecuteScalarAsync(ct))!;
        await transaction.CommitAsync(ct);
        return exists;
    }
}
