using System.Runtime.ExceptionServices;
using Journal.EventStore.Projections;
using Journal.EventStore.Reading;
using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>Hands events to a subscription one by one, outside of any transaction, and moves its progress past those that were handled.</summary>
internal sealed class SubscriptionFollower(ISubscription subscription) : Follower
{
    public override string Name { get; } = ProgressRow.NameOf(subscription.Name, 1);

    public override IReadOnlyCollection<string>? Types => subscription.Types;

    public override async Task<Step> StepAsync(FollowerSession session, long settled, int pageSize, CancellationToken ct)
    {
        if (await ReadAsync(session, settled, pageSize, ct) is not { } page)
            return new(session.Progress, HasMore: false, IsPaused: true);

        var isFull = page.Count == pageSize;
        var (handled, failure) = await HandleAsync(page, ct);
        var through = failure is null ? (isFull ? page[^1].Position : settled) : handled ?? session.Progress;
        if (through > session.Progress)
            await session.MoveAsync(through, ct);
        failure?.Throw();
        return new(through, isFull);
    }

    private async Task<(long? Handled, ExceptionDispatchInfo? Failure)> HandleAsync(List<RecordedEvent> page, CancellationToken ct)
    {
        long? handled = null;
        foreach (var e in page)
        {
            try
            {
                await subscription.HandleAsync(e, ct);
            }
            catch (Exception failure)
            {
                return (handled, ExceptionDispatchInfo.Capture(failure));
            }
            handled = e.Position;
        }
        return (handled, null);
    }

    private static async Task<List<RecordedEvent>?> ReadAsync(FollowerSession session, long settled, int pageSize, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection);
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
