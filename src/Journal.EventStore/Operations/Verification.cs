using System.Text.Json;
using Npgsql;

namespace Journal.EventStore.Operations;

/// <summary>Something in the store that must not be.</summary>
/// <param name="Code">Stable: stream.holes, stream.version, stream.order, stream.missing, progress.ahead, tenant_log.differs, event.unreadable, event.unknown.</param>
/// <param name="Subject">The stream, the event's position or the progress row.</param>
/// <param name="Message">What is wrong. No word of an event's body.</param>
public sealed record Finding(string Code, string Subject, string Message);

/// <summary>Looks the whole store through.</summary>
internal sealed class Verification(PostgresEventStore store)
{
    private const int MostFindings = 1000;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        // One snapshot: streams and events change together, and the looks at them must not fall between.
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var findings = new List<Finding>();
        await FindAsync(connection, StreamsSql, findings, ct);
        await FindAsync(connection, OrderSql, findings, ct);
        await FindAsync(connection, ProgressSql, findings, ct);
        await FindAsync(connection, TenantLogSql, findings, ct);
        await DecodeAllAsync(connection, findings, ct);
        return findings;
    }

    private string StreamsSql => $"""
        select case when s.id is null then 'stream.missing' when e.holes then 'stream.holes' else 'stream.version' end,
            coalesce(s.id, e.stream_id)::text,
            format('version %s, %s events, versions %s to %s', s.version, coalesce(e.count, 0), e.first, e.last)
        from {store.Schema}.mt_streams s full join (
            select tenant_id, stream_id, count(*) as count, min(version) as first, max(version) as last, min(version) <> 1 or max(version) <> count(*) as holes
            from {store.Schema}.mt_events group by tenant_id, stream_id) as e on e.tenant_id = s.tenant_id and e.stream_id = s.id
        where (coalesce(s.version, 0) <> 0 or e.count is not null) and (s.id is null or e.count is null or s.version is distinct from e.count or e.holes)
        limit {MostFindings}
        """;

    private string OrderSql => $"""
        select 'stream.order', stream_id::text, format('version %s has position %s, after %s', version, seq_id, before)
        from (select stream_id, version, seq_id, lag(seq_id) over (partition by tenant_id, stream_id order by version) as before from {store.Schema}.mt_events) as numbered
        where before > seq_id limit {MostFindings}
        """;

    private string ProgressSql => $"""
        select 'progress.ahead', p.name, format('at %s, the log ends at %s', p.last_seq_id, s.last_value)
        from {store.Schema}.mt_event_progression p, {store.Schema}.mt_events_sequence s
        where p.last_seq_id > case when s.is_called then s.last_value else 0 end and p.name not like 'HighWater%'
        """;

    private string TenantLogSql => $"""
        select 'tenant_log.differs', '{Daemon.TenantLogFollower.ProgressName}', format('%s positions are listed, the log has %s', listed, counted)
        from (select
            (select coalesce(sum(cardinality(positions)), 0) from {store.Schema}.store_tenant_log) as listed,
            (select count(*) from {store.Schema}.mt_events where seq_id <= (
                select last_seq_id from {store.Schema}.mt_event_progression where name = '{Daemon.TenantLogFollower.ProgressName}')) as counted) as sides
        where listed <> counted
        """;

    private static async Task FindAsync(NpgsqlConnection connection, string sql, List<Finding> findings, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            findings.Add(new(row.GetString(0), row.GetString(1), row.GetString(2)));
    }

    private async Task DecodeAllAsync(NpgsqlConnection connection, List<Finding> findings, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select seq_id, type, data from {store.Schema}.mt_events order by seq_id", connection) { CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, ct);
        while (findings.Count < MostFindings && await row.ReadAsync(ct))
        {
            var (position, type) = (row.GetInt64(0), row.GetString(1));
            if (Decode(type, row.GetFieldValue<byte[]>(2)) is { } code)
                findings.Add(new(code, $"{position}", $"Type {type}."));
        }
    }

    private string? Decode(string type, byte[] body)
    {
        try
        {
            if (store.Catalog.TryNamed(type) is not { } known)
                return store.Options.KeepUnknownEvents ? null : "event.unknown";
            known.Decode(body);
            return null;
        }
        catch (JsonException)
        {
            return "event.unreadable";
        }
    }
}
