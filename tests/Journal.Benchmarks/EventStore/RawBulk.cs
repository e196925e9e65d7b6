using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Benchmarks.EventStore;

/// <summary>COPY BINARY by hand: the streams, the events with numbers counted by the client, the sequence set at the end; one transaction.</summary>
internal static class RawBulk
{
    public static async Task<int> CopyAsync(NpgsqlDataSource db, string schema, string tenant, int count, Func<int, Guid> streamOf)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        long first;
        await using (var ask = new NpgsqlCommand($"select coalesce(max(seq_id), 0) + 1 from {schema}.mt_events", connection))
            first = (long)(await ask.ExecuteScalarAsync())!;
        var versions = await CopyStreamsAsync(connection, schema, tenant, count, streamOf);
        await CopyEventsAsync(connection, schema, tenant, count, streamOf, versions, first);
        await using (var set = new NpgsqlCommand($"select setval('{schema}.mt_events_sequence', {first + count})", connection))
            await set.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return count;
    }

    private static async Task<Dictionary<Guid, long>> CopyStreamsAsync(NpgsqlConnection connection, string schema, string tenant, int count, Func<int, Guid> streamOf)
    {
        var counts = new Dictionary<Guid, long>();
        for (var n = 0; n < count; n++)
            counts[streamOf(n)] = counts.GetValueOrDefault(streamOf(n)) + 1;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {schema}.mt_streams (tenant_id, id, version) from stdin (format binary)");
        foreach (var (stream, version) in counts)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(tenant, NpgsqlDbType.Varchar);
            await copy.WriteAsync(stream, NpgsqlDbType.Uuid);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint);
        }
        await copy.CompleteAsync();
        return counts.ToDictionary(pair => pair.Key, _ => 0L);
    }

    private static async Task CopyEventsAsync(
        NpgsqlConnection connection, string schema, string tenant, int count, Func<int, Guid> streamOf, Dictionary<Guid, long> versions, long first)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived) from stdin (format binary)");
        for (var n = 0; n < count; n++)
        {
            var stream = streamOf(n);
            await copy.StartRowAsync();
            await copy.WriteAsync(first + n, NpgsqlDbType.Bigint);
            await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            await copy.WriteAsync(stream, NpgsqlDbType.Uuid);
            await copy.WriteAsync(++versions[stream], NpgsqlDbType.Bigint);
            await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Measurements.Event(n), MeasuredJson.Default.Measured), NpgsqlDbType.Jsonb);
            await copy.WriteAsync("measured", NpgsqlDbType.Varchar);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(tenant, NpgsqlDbType.Varchar);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean);
        }
        await copy.CompleteAsync();
    }
}
