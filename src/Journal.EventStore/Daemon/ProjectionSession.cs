using Journal.EventStore.Following;
using Journal.EventStore.Projections;
using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>One owner's work on one projection: a connection that holds the projection's lock, the progress, and the high water.</summary>
internal sealed class ProjectionSession : IAsyncDisposable
{
    private readonly PostgresEventStore store;
    private readonly IProjection projection;
    private readonly NpgsqlConnection connection;
    private readonly ProgressRow row;
    private readonly HighWater highWater;

    private ProjectionSession(PostgresEventStore store, IProjection projection, NpgsqlConnection connection, ProgressRow row, long progress)
    {
        (this.store, this.projection, this.connection, this.row) = (store, projection, connection, row);
        Progress = progress;
        highWater = new HighWater(store.Schema, progress);
    }

    /// <summary>The position up to which the projection is done.</summary>
    public long Progress { get; private set; }

    /// <summary>The last number drawn, as last seen.</summary>
    public long Head => highWater.Head;

    /// <summary>A session, or null when another process owns the projection.</summary>
    public static async Task<ProjectionSession?> OpenAsync(PostgresEventStore store, IProjection projection, CancellationToken ct)
    {
        var connection = await store.Db.OpenConnectionAsync(ct);
        try
        {
            var name = ProgressRow.NameOf(projection);
            if (await OwnerLock.TryTakeAsync(connection, $"{store.Options.Schema} {name}", ct))
            {
                var row = new ProgressRow(store.Schema, name);
                return new(store, projection, connection, row, await PrepareAsync(store, projection, connection, row, ct));
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Applies one page, if there is one.</summary>
    /// <returns>True when a whole page was there, so that there may be more.</returns>
    public async Task<bool> StepAsync(int pageSize, CancellationToken ct)
    {
        var settled = await highWater.PollAsync(connection, ct);
        if (settled <= Progress)
            return false;
        var filter = new EventFilter { Types = projection.Types, Through = settled };
        await using var command = store.Reading.LogCommand(connection, Progress, pageSize, filter);
        var page = await store.Reading.ListAsync(command, ct);
        var through = page.Count == pageSize ? page[^1].Position : settled;
        await ApplyAsync(page, through, ct);
        return page.Count == pageSize;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task ApplyAsync(List<RecordedEvent> page, long through, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var work = new ProjectionTransaction(connection, transaction, store.Schema, store.Options.PrepareStatements);
        await row.MoveAsync(work, Progress, through, ct);
        if (page.Count > 0)
            await projection.ApplyAsync(page, work, ct);
        await transaction.CommitAsync(ct);
        Progress = through;
    }

    private static async Task<long> PrepareAsync(PostgresEventStore store, IProjection projection, NpgsqlConnection connection, ProgressRow row, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var work = new ProjectionTransaction(connection, transaction, store.Schema, store.Options.PrepareStatements);
        await work.ExecuteAsync("set local client_min_messages = warning", ct);
        await projection.PrepareAsync(work, ct);
        var progress = await row.StartAsync(connection, ct);
        await transaction.CommitAsync(ct);
        return progress;
    }
}
