using Npgsql;

namespace Journal.EventStore.Projections;

/// <summary>The transaction that a projection works in.</summary>
/// <param name="Connection">Its connection.</param>
/// <param name="Transaction">The transaction; the store commits it.</param>
/// <param name="Schema">The quoted name of the store's schema.</param>
/// <param name="PrepareStatements">Whether statements may be prepared.</param>
public sealed record ProjectionTransaction(NpgsqlConnection Connection, NpgsqlTransaction Transaction, string Schema, bool PrepareStatements)
{
    /// <summary>Runs a statement without parameters.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, Connection, Transaction);
        await command.ExecuteNonQueryAsync(ct);
    }

    internal Task PrepareAsync(NpgsqlCommand command, CancellationToken ct) => PrepareStatements ? command.PrepareAsync(ct) : Task.CompletedTask;

    internal Task PrepareAsync(NpgsqlBatch batch, CancellationToken ct) => PrepareStatements ? batch.PrepareAsync(ct) : Task.CompletedTask;
}
