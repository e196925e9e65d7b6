using Npgsql;

namespace Journal.EventStore.Projections;

/// <summary>Creates what a follower of the log needs. Processes that start together wait for each other: "create if not exists" alone can lose that race with an error.</summary>
internal sealed class ProjectionPreparation(PostgresEventStore store)
{
    /// <summary>A projection's tables, outside a daemon.</summary>
    public async Task RunAsync(IProjection projection, CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        await RunAsync(connection, ProgressRow.NameOf(projection), projection.PrepareAsync, ct);
    }

    /// <summary>What <paramref name="create"/> makes, and the progress row.</summary>
    /// <returns>The progress.</returns>
    public async Task<long> RunAsync(NpgsqlConnection connection, string name, Func<ProjectionTransaction, CancellationToken, Task> create, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection))
        {
            wait.Parameters.Add(new() { Value = $"prepare {store.Options.Schema} {name}" });
            await wait.ExecuteNonQueryAsync(ct);
        }
        var work = new ProjectionTransaction(connection, transaction, store.Schema, store.Options.PrepareStatements);
        await work.ExecuteAsync("set local client_min_messages = warning", ct);
        await create(work, ct);
        var progress = await new ProgressRow(store.Schema, name).StartAsync(connection, ct);
        await transaction.CommitAsync(ct);
        return progress;
    }
}
