using Npgsql;

namespace Journal.EventStore.Projections;

/// <summary>Creates a projection's tables outside a daemon. Processes that start together wait for each other: "create if not exists" alone can lose that race with an error.</summary>
internal sealed class ProjectionPreparation(PostgresEventStore store)
{
    public async Task RunAsync(IProjection projection, CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection))
        {
            wait.Parameters.Add(new() { Value = $"prepare {store.Options.Schema} {ProgressRow.NameOf(projection)}" });
            await wait.ExecuteNonQueryAsync(ct);
        }
        var work = new ProjectionTransaction(connection, transaction, store.Schema, store.Options.PrepareStatements);
        await work.ExecuteAsync("set local client_min_messages = warning", ct);
        await projection.PrepareAsync(work, ct);
        await transaction.CommitAsync(ct);
    }
}
