using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Projections;

/// <summary>Reads the documents of keyed projections.</summary>
internal sealed class DocumentReading(PostgresEventStore store)
{
    public async Task<List<Document<TDocument>>> ReadAsync<TDocument>(
        KeyedProjection<TDocument> projection, string tenant, IReadOnlyCollection<string>? kinds, CancellationToken ct) where TDocument : class
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        return await ReadAsync(connection, projection, tenant, kinds, [], ct);
    }

    public async Task<CurrentDocuments<TDocument>> ReadCurrentAsync<TDocument>(
        KeyedProjection<TDocument> projection, string tenant, IReadOnlyCollection<string>? kinds, CancellationToken ct) where TDocument : class
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await HoldTableAsync(connection, projection.Table, ct);
        var (stored, last) = await PositionsAsync(connection, ProgressRow.NameOf(projection), ct);
        var tail = stored.Progress >= last ? [] : await TailAsync(connection, tenant, stored.Progress, last, projection.Types, ct);

        var fold = new KeyedFold<TDocument>(projection);
        var touched = fold.Touched(tail).Select(key => key.Key).ToArray();
        var documents = await ReadAsync(connection, projection, tenant, kinds, touched, ct);
        await snapshot.CommitAsync(ct);
        return new(Fold(projection, fold, tenant, documents, tail, kinds), tail.Count > 0 ? tail[^1].Position : stored.Progress, stored, tail);
    }

    /// <summary>Null when the documents held may no longer be those of the store: somebody was erased since, or the projection began anew.</summary>
    public async Task<TenantChanges?> ReadChangesAsync(string progressName, string tenant, DocumentsAsOf held, int limit, CancellationToken ct)
    {
        DocumentsAsOf stored;
        await using (var connection = await store.Db.OpenConnectionAsync(ct))
            (stored, _) = await PositionsAsync(connection, progressName, ct);
        if (stored.Progress < held.Progress || stored.Erasures != held.Erasures)
            return null;
        // Read after the progress, so that everything at or below it is there.
        var events = await store.ReadTenantAsync(tenant, held.Progress, limit, null, ct);
        return events.Count < limit ? new(stored, events) : null;
    }

    private static List<Document<TDocument>> Fold<TDocument>(KeyedProjection<TDocument> projection, KeyedFold<TDocument> fold, string tenant,
        List<Document<TDocument>> documents, List<RecordedEvent> tail, IReadOnlyCollection<string>? kinds) where TDocument : class
    {
        if (tail.Count == 0)
            return documents;
        fold.Load(documents.Select(d => KeyValuePair.Create(new DocumentKey(tenant, d.Key), d.Value)));
        tail.ForEach(fold.Apply);
        return [.. fold.Documents
            .Where(pair => pair.Value is not null)
            .Select(pair => new Document<TDocument>(pair.Key.Key, projection.KindOf(pair.Value!), pair.Value!))
            .Where(document => kinds is null || kinds.Contains(document.Kind))
            .OrderBy(document => document.Key)];
    }

    // A rebuild swaps the table. Locked before the snapshot is taken, table and progress are of one time.
    private async Task HoldTableAsync(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"lock table {store.Schema}.{SqlName.Quote(table)} in access share mode", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<(DocumentsAsOf Stored, long Last)> PositionsAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select coalesce((select last_seq_id from {store.Schema}.mt_event_progression where name = $1), 0),
                (select count from {store.Schema}.store_erasures), coalesce((select max(seq_id) from {store.Schema}.mt_events), 0)
            """, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
        };
        await PrepareAsync(command, ct);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (new(row.GetInt64(0), row.GetInt64(1)), row.GetInt64(2));
    }

    private async Task<List<RecordedEvent>> TailAsync(
        NpgsqlConnection connection, string tenant, long progress, long last, IReadOnlyCollection<string>? types, CancellationToken ct)
    {
        var filter = new EventFilter { Tenant = tenant, Types = types, Through = last };
        return await store.Tenants.TailAsync(connection, progress, int.MaxValue, last, filter, ct);
    }

    private async Task<List<Document<TDocument>>> ReadAsync<TDocument>(NpgsqlConnection connection, KeyedProjection<TDocument> projection,
        string tenant, IReadOnlyCollection<string>? kinds, Guid[] andKeys, CancellationToken ct) where TDocument : class
    {
        await using var command = new NpgsqlCommand($"""
            select key, kind, document from {store.Schema}.{SqlName.Quote(projection.Table)}
            where tenant_id = $1 and ($2::text[] is null or kind = any($2) or key = any($3)) order by key
            """, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant },
                new() { Value = kinds is null ? DBNull.Value : kinds.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new NpgsqlParameter<Guid[]> { TypedValue = andKeys },
            },
        };
        await PrepareAsync(command, ct);
        await using var row = await command.ExecuteReaderAsync(ct);
        var documents = new List<Document<TDocument>>();
        while (await row.ReadAsync(ct))
            documents.Add(new(row.GetGuid(0), row.GetString(1), JsonSerializer.Deserialize(row.GetFieldValue<ReadOnlyMemory<byte>>(2).Span, projection.Info)!));
        return documents;
    }

    private Task PrepareAsync(NpgsqlCommand command, CancellationToken ct) => store.Options.PrepareStatements ? command.PrepareAsync(ct) : Task.CompletedTask;
}
