using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>Keeps each tenant's list of positions, so that a page of one tenant costs what is on the page. All of it happens inside the server.</summary>
internal sealed class TenantLogFollower : Follower
{
    public const string ProgressName = "TenantLog:All";
    private const long Span = 200_000;

    public override string Name => ProgressName;

    public override IReadOnlyCollection<string>? Types => null;

    public override async Task<Step> StepAsync(FollowerSession session, long settled, int pageSize, CancellationToken ct)
    {
        var through = Math.Min(settled, session.Progress + Span);
        await using var transaction = await session.Connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(session.Connection, transaction) { BatchCommands = { session.Row.LockStatement } };
        await using (var row = await batch.ExecuteReaderAsync(ct))
            if (!await session.Row.ReadLockAsync(row, session.Progress, ct))
                return new(session.Progress, HasMore: false, IsPaused: true);
        await InsertAsync(session, through, ct);
        await session.Row.MoveAsync(session.Work(transaction), session.Progress, through, ct);
        await transaction.CommitAsync(ct);
        return new(through, through < settled);
    }

    private static async Task InsertAsync(FollowerSession session, long through, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            insert into {session.Store.Schema}.store_tenant_log (tenant_id, last_seq_id, positions)
            select tenant_id, max(seq_id), array_agg(seq_id order by seq_id) from {session.Store.Schema}.mt_events where seq_id > $1 and seq_id <= $2 group by tenant_id
            """, session.Connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = session.Progress }, new NpgsqlParameter<long> { TypedValue = through } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
