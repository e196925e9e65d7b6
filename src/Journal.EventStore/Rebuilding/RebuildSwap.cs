using Journal.EventStore.Projections;
using Npgsql;

namespace Journal.EventStore.Rebuilding;

/// <summary>Swaps rebuilt projections in: tables, progress and dead letters in one transaction.</summary>
internal sealed class RebuildSwap(PostgresEventStore store, NpgsqlConnection connection)
{
    public async Task RunAsync(IReadOnlyList<ProjectionPass> passes, long position, SkippedEvents skipped, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var work = new ProjectionTransaction(connection, transaction, store.Schema, PrepareStatements: false);
        // The progress row before the tables, as the daemon does it, so that the two cannot wait for each other in a ring.
        foreach (var pass in passes.OrderBy(pass => ProgressRow.NameOf(pass.Projection), StringComparer.Ordinal))
            await SetProgressAsync(ProgressRow.NameOf(pass.Projection), position, ct);
        foreach (var pass in passes)
        {
            await pass.Rebuild.SwapAsync(work, ct);
            await BuryAsync(ProgressRow.NameOf(pass.Projection), skipped, ct);
        }
        await transaction.CommitAsync(ct);
    }

    // Set, not moved: the new tables are of this position, wherever the old ones were.
    private Task SetProgressAsync(string name, long position, CancellationToken ct) => ExecuteAsync(
        $"update {store.Schema}.mt_event_progression set last_seq_id = $2, last_updated = transaction_timestamp() where name = $1", name, position, ct);

    private async Task BuryAsync(string name, SkippedEvents skipped, CancellationToken ct)
    {
        await ExecuteAsync($"delete from {store.Schema}.store_dead_letters where name = $1 and $2::bigint is not null", name, 0, ct);
        foreach (var poison in skipped.Found.Where(poison => poison.Name == name || skipped.Unreadable.Contains(poison.Position)))
            await ExecuteAsync($"""
                insert into {store.Schema}.store_dead_letters (tenant_id, name, seq_id, event_id, type, error, attempts)
                select tenant_id, $1, seq_id, id, type, {SqlName.Literal(poison.InnerException!.GetType().Name)}, 1 from {store.Schema}.mt_events where seq_id = $2
                """, name, poison.Position, ct);
    }

    private async Task ExecuteAsync(string sql, string name, long position, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name }, new NpgsqlParameter<long> { TypedValue = position } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
