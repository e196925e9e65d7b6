using Journal.EventStore.Projections;
using Journal.EventStore.Reading;
using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>Applies pages to a projection: the page and the progress past it commit together.</summary>
internal sealed class ProjectionFollower(IProjection projection) : Follower
{
    public override string Name { get; } = ProgressRow.NameOf(projection);

    public override IReadOnlyCollection<string>? Types => projection.Types;

    public override IProjection? Projection => projection;

    public override Task PrepareAsync(ProjectionTransaction transaction, CancellationToken ct) => projection.PrepareAsync(transaction, ct);

    public override async Task<Step> StepAsync(FollowerSession session, long settled, int pageSize, CancellationToken ct)
    {
        await using var transaction = await session.Connection.BeginTransactionAsync(ct);
        var work = session.Work(transaction);
        if (await ReadAsync(session, transaction, settled, pageSize, ct) is not { } page)
            return new(session.Progress, HasMore: false, IsPaused: true);

        var isFull = page.Count == pageSize;
        var through = isFull ? page[^1].Position : settled;
        if (page.Count > 0)
            await projection.ApplyAsync(page, work, ct);
        await session.Row.MoveAsync(work, session.Progress, through, ct);
        await transaction.CommitAsync(ct);
        return new(through, isFull);
    }

    // The page is read behind the lock: whoever erases events waits for the lock, and knows then that no page in flight holds them.
    private static async Task<List<RecordedEvent>?> ReadAsync(FollowerSession session, NpgsqlTransaction transaction, long settled, int pageSize, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection, transaction);
        batch.BatchCommands.Add(session.Row.LockStatement);
        batch.BatchCommands.Add(session.PageStatement(settled, pageSize));
        await session.PrepareAsync(batch, ct);
        await using var row = await batch.ExecuteReaderAsync(ct);
        if (!await session.Row.ReadLockAsync(row, session.Progress, ct))
            return null;
        await row.NextResultAsync(ct);
        return await EventReading.ListAsync(row, session.Store.Reading.Columns(), ct);
    }
}
