using Npgsql;

namespace Journal.EventStore.Appending;

/// <summary>What an append works on: a connection, the statements, the clock.</summary>
internal sealed record AppendContext(NpgsqlConnection Connection, AppendSql[] Statements, EventStoreOptions Options, NpgsqlTransaction? Transaction = null)
{
    public AppendSql SqlOf(EncodedAppend append) => Statements[(int)append.Form];

    public DateTimeOffset? Now => Options.Clock?.GetUtcNow();

    public NpgsqlBatch Batch(params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(Connection, Transaction);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        return batch;
    }

    public Task PrepareAsync(NpgsqlBatch batch, CancellationToken ct) => Options.PrepareStatements ? batch.PrepareAsync(ct) : Task.CompletedTask;
}
