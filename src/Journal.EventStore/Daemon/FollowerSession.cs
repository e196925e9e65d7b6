using Journal.EventStore.Following;
using Journal.EventStore.Projections;
using Journal.EventStore.Rebuilding;
using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>One owner's work on one follower: a connection that holds its lock, the progress, and the high water.</summary>
internal sealed class FollowerSession : IAsyncDisposable
{
    private readonly Follower follower;
    private readonly HighWater highWater;

    private FollowerSession(PostgresEventStore store, Follower follower, NpgsqlConnection connection, ProgressRow row, long progress)
    {
        (Store, this.follower, Connection, Row, Progress) = (store, follower, connection, row, progress);
        highWater = new HighWater(store.Schema, progress);
    }

    public PostgresEventStore Store { get; }

    public NpgsqlConnection Connection { get; }

    public ProgressRow Row { get; }

    /// <summary>The position up to which the follower is done.</summary>
    public long Progress { get; private set; }

    /// <summary>The last number drawn, as last seen.</summary>
    public long Head => highWater.Head;

    /// <summary>True when the last step found that the follower shall not go on.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>A session, or null when another process owns the follower.</summary>
    public static async Task<FollowerSession?> OpenAsync(PostgresEventStore store, Follower follower, CancellationToken ct)
    {
        var connection = await store.Db.OpenConnectionAsync(ct);
        try
        {
            await Pooler.RefuseAsync(connection, ct);
            if (await OwnerLock.TryTakeAsync(connection, $"{store.Options.Schema} {follower.Name}", ct))
            {
                var row = new ProgressRow(store.Schema, follower.Name);
                return new(store, follower, connection, row, await new ProjectionPreparation(store).RunAsync(connection, follower.Name, follower.PrepareAsync, ct));
            }
        }
        catch
        {
            await OwnerLock.ReleaseAsync(connection);
            throw;
        }
        await OwnerLock.ReleaseAsync(connection);
        return null;
    }

    /// <summary>Takes one page, if there is one.</summary>
    /// <returns>True when there may be more.</returns>
    public async Task<bool> StepAsync(int pageSize, CancellationToken ct)
    {
        var settled = await highWater.PollAsync(Connection, ct);
        if (settled <= Progress)
            return false;
        var step = await follower.StepAsync(this, settled, pageSize, ct);
        (Progress, IsPaused) = (Math.Max(Progress, step.Progress), step.IsPaused);
        return step.HasMore;
    }

    /// <summary>True when rebuilding would be quicker than going page by page.</summary>
    public async Task<bool> IsFarBehindAsync(DaemonOptions options, CancellationToken ct)
    {
        await highWater.PollAsync(Connection, ct);
        return follower.Projection is not null && Head - Progress > options.RebuildBeyond && Progress < Head / 2;
    }

    /// <summary>Rebuilds, as the owner, and goes on from where that came to.</summary>
    public async Task RebuildAsync(DaemonOptions options, CancellationToken ct)
    {
        await new ProjectionRebuilder(Store).RebuildAsync([follower.Projection!], new RebuildOptions { OnPoison = options.OnPoison }, ct);
        Progress = await Row.StartAsync(Connection, ct);
    }

    /// <summary>Sets the next event down as a dead letter and goes on behind it.</summary>
    public async Task BuryNextAsync(Exception failure, int attempts, CancellationToken ct)
    {
        await using var transaction = await Connection.BeginTransactionAsync(ct);
        var work = Work(transaction);
        var position = await new DeadLetters(Store).BuryAsync(work, follower, Progress, failure, attempts, ct);
        await Row.MoveAsync(work, Progress, position, ct);
        await transaction.CommitAsync(ct);
        Progress = position;
    }

    /// <summary>Moves the progress on, in a transaction of its own.</summary>
    public async Task MoveAsync(long through, CancellationToken ct)
    {
        await using var transaction = await Connection.BeginTransactionAsync(ct);
        await Row.MoveAsync(Work(transaction), Progress, through, ct);
        await transaction.CommitAsync(ct);
        Progress = through;
    }

    public ProjectionTransaction Work(NpgsqlTransaction transaction) => new(Connection, transaction, Store.Schema, Store.Options.PrepareStatements);

    public NpgsqlBatchCommand PageStatement(long settled, int pageSize) =>
        Store.Reading.LogStatement(Progress, pageSize, new EventFilter { Types = follower.Types, Through = settled });

    public Task PrepareAsync(NpgsqlBatch batch, CancellationToken ct) => Store.Options.PrepareStatements ? batch.PrepareAsync(ct) : Task.CompletedTask;

    public ValueTask DisposeAsync() => OwnerLock.ReleaseAsync(Connection);
}
