using Npgsql;

namespace Journal.EventStore.Operations;

/// <summary>Counts of a store, as of one moment.</summary>
/// <param name="Events">Events in the log.</param>
/// <param name="Streams">Streams with events.</param>
/// <param name="ArchivedStreams">Of these, archived.</param>
/// <param name="Tenants">Tenants with streams.</param>
/// <param name="Head">The last number drawn.</param>
/// <param name="EventBytes">Bytes on disk of the events with their indexes.</param>
/// <param name="EventsByType">Events by stored name.</param>
/// <param name="Progress">Position by progress row.</param>
public sealed record StoreStatistics(
    long Events, long Streams, long ArchivedStreams, long Tenants, long Head, long EventBytes,
    IReadOnlyDictionary<string, long> EventsByType, IReadOnlyDictionary<string, long> Progress)
{
    internal static async Task<StoreStatistics> ReadAsync(PostgresEventStore store, CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var byType = await PairsAsync(connection, $"select type, count(*) from {store.Schema}.mt_events group by type order by type", ct);
        var progress = await PairsAsync(connection, $"select name, coalesce(last_seq_id, 0) from {store.Schema}.mt_event_progression order by name", ct);
        await using var command = new NpgsqlCommand($"""
            select count(*) filter (where version > 0), count(*) filter (where is_archived), count(distinct tenant_id),
                (select case when is_called then last_value else 0 end from {store.Schema}.mt_events_sequence),
                pg_total_relation_size({SqlName.Literal(store.Schema + ".mt_events")})
            from {store.Schema}.mt_streams
            """, connection) { CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new(byType.Values.Sum(), row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), byType, progress);
    }

    private static async Task<Dictionary<string, long>> PairsAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(ct);
        var pairs = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
            pairs.Add(row.GetString(0), row.GetInt64(1));
        return pairs;
    }
}
