using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Bulk;

/// <summary>Writes a chunk in one transaction: the streams with their new versions, the events by COPY, the import's progress.</summary>
internal sealed class BulkWriter(PostgresEventStore store, NpgsqlConnection connection, BulkCursor cursor)
{
    public async Task WriteAsync(BulkChunk chunk, long done, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await cursor.MoveAsync(connection, done, done + chunk.Count, ct);
        var bases = await AdvanceStreamsAsync(chunk, ct);
        var positions = await DrawAsync(chunk.Count, ct);
        await CopyAsync(chunk, bases, positions, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Locks and advances the streams; gives by slot the version before, the time now and the time before.</summary>
    private async Task<StreamBase[]> AdvanceStreamsAsync(BulkChunk chunk, CancellationToken ct)
    {
        var now = store.Options.Clock?.GetUtcNow();
        await using var command = new NpgsqlCommand($"""
            with before as materialized (
                select n, tenant, stream, count, sent.type, coalesce(last, $6, clock_timestamp()) as last, s.timestamp as since
                from unnest($1::varchar[], $2::uuid[], $3::bigint[], $4::varchar[], $5::timestamptz[]) with ordinality as sent (tenant, stream, count, type, last, n)
                left join {store.Schema}.mt_streams s on s.tenant_id = tenant and s.id = stream),
            advanced as (
                insert into {store.Schema}.mt_streams as s (tenant_id, id, type, version, timestamp, created, is_archived)
                select tenant, stream, type, count, last, last, false from before order by tenant, stream
                on conflict (tenant_id, id) do update set version = s.version + excluded.version, timestamp = greatest(s.timestamp, excluded.timestamp)
                where s.is_archived is not true
                returning s.tenant_id, s.id, s.version, s.timestamp)
            select n, advanced.version - before.count, advanced.timestamp, coalesce(since, '-infinity')
            from advanced join before on before.tenant = advanced.tenant_id and before.stream = advanced.id
            """, connection);
        AddStreams(command, chunk.Streams);
        command.Parameters.Add(new() { Value = (object?)now?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        var bases = new StreamBase[chunk.Streams.Count];
        var seen = new bool[bases.Length];
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct))
                (bases[row.GetInt64(0) - 1], seen[row.GetInt64(0) - 1]) = (new(row.GetInt64(1), row.GetDateTime(2), row.GetDateTime(3)), true);
        return Array.IndexOf(seen, false) is >= 0 and var archived
            ? throw new StreamArchivedException(chunk.Streams[archived].Tenant, chunk.Streams[archived].Stream)
            : bases;
    }

    private static void AddStreams(NpgsqlCommand command, List<BulkStream> streams)
    {
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. streams.Select(stream => stream.Tenant)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. streams.Select(stream => stream.Stream)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. streams.Select(stream => (long)stream.Count)] });
        command.Parameters.Add(new() { Value = streams.Select(stream => stream.Type).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        command.Parameters.Add(new()
        {
            Value = streams.Select(stream => stream.Last == DateTimeOffset.MinValue ? (DateTimeOffset?)null : stream.Last.ToUniversalTime()).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
        });
    }

    private async Task<long[]> DrawAsync(int count, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select array_agg(n) from (select nextval({SqlName.Literal(store.Schema + ".mt_events_sequence")}) as n from generate_series(1, $1)) as drawn", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        return (long[])(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task CopyAsync(BulkChunk chunk, StreamBase[] bases, long[] positions, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"""
            copy {store.Schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived{(chunk.IsFull ? ", correlation_id, causation_id, headers" : "")})
            from stdin (format binary)
            """, ct);
        var times = new StreamTimes(bases);
        for (var i = 0; i < chunk.Rows.Length; i++)
        {
            var row = chunk.Rows[i];
            await WriteAsync(copy, row, positions[i], bases[row.Slot].Version + row.Place, times.Next(row), ct);
            if (chunk.IsFull)
                await WriteOriginAsync(copy, row.Source.Event, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, BulkRow row, long position, long version, DateTimeOffset time, CancellationToken ct)
    {
        await copy.StartRowAsync(ct);
        await copy.WriteAsync(position, NpgsqlDbType.Bigint, ct);
        await copy.WriteAsync(row.Source.Event.Id, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(row.Source.Stream, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(version, NpgsqlDbType.Bigint, ct);
        await copy.WriteAsync(row.Body, NpgsqlDbType.Jsonb, ct);
        await copy.WriteAsync(row.Type, NpgsqlDbType.Varchar, ct);
        await copy.WriteAsync(time, NpgsqlDbType.TimestampTz, ct);
        await copy.WriteAsync(row.Source.Tenant, NpgsqlDbType.Varchar, ct);
        await copy.WriteAsync(false, NpgsqlDbType.Boolean, ct);
    }

    private static async Task WriteOriginAsync(NpgsqlBinaryImporter copy, NewEvent e, CancellationToken ct)
    {
        await WriteOrNullAsync(copy, e.CorrelationId, NpgsqlDbType.Varchar, ct);
        await WriteOrNullAsync(copy, e.CausationId, NpgsqlDbType.Varchar, ct);
        await WriteOrNullAsync(copy, e.Headers.IsEmpty ? null : e.Headers.Utf8, NpgsqlDbType.Jsonb, ct);
    }

    private static Task WriteOrNullAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken ct) where T : class =>
        value is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(value, type, ct);
}

/// <summary>What a chunk's events are put on top of.</summary>
/// <param name="Version">The stream's version before the chunk.</param>
/// <param name="Now">The stream's time with the chunk.</param>
/// <param name="Before">The stream's time before it.</param>
internal readonly record struct StreamBase(long Version, DateTime Now, DateTime Before);

/// <summary>The times of a chunk's events: as given, or the stream's, and never running backwards within a stream.</summary>
internal sealed class StreamTimes(StreamBase[] bases)
{
    private readonly DateTime[] last = [.. bases.Select(stream => stream.Before)];

    public DateTime Next(BulkRow row)
    {
        var time = row.Source.RecordedAt?.UtcDateTime ?? bases[row.Slot].Now;
        return last[row.Slot] = time > last[row.Slot] ? time : last[row.Slot];
    }
}
