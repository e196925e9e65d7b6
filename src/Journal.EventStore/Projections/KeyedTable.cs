using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Projections;

/// <summary>The table of a keyed projection.</summary>
internal static class KeyedTable
{
    // json, not jsonb: kept byte for byte as written, and cheaper on both ways.
    public static string Create(string schema, string table) => $"""
        create table if not exists {schema}.{SqlName.Quote(table)} (
            tenant_id varchar not null,
            key uuid not null,
            kind text not null,
            document json not null,
            constraint {SqlName.Quote("pkey_" + table)} primary key (tenant_id, key))
        """;
}

/// <summary>Loads and saves the documents that a page touches, with one statement each.</summary>
internal sealed class KeyedTable<TDocument>(KeyedProjection<TDocument> projection, ProjectionTransaction transaction, string? name = null) where TDocument : class
{
    private readonly string table = $"{transaction.Schema}.{SqlName.Quote(name ?? projection.Table)}";

    public async Task<List<KeyValuePair<DocumentKey, TDocument>>> LoadAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select tenant_id, key, document from unnest($1::varchar[], $2::uuid[]) as wanted (tenant_id, key) join {table} using (tenant_id, key)",
            transaction.Connection, transaction.Transaction)
        {
            Parameters = { Tenants(keys), Ids(keys) },
        };
        await transaction.PrepareAsync(command, ct);
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<KeyValuePair<DocumentKey, TDocument>>(keys.Count);
        while (await row.ReadAsync(ct))
            found.Add(new(new(row.GetString(0), row.GetGuid(1)), Decode(row.GetFieldValue<ReadOnlyMemory<byte>>(2))));
        return found;
    }

    /// <summary>Saves documents, and deletes where there is null.</summary>
    public async Task SaveAsync(IReadOnlyDictionary<DocumentKey, TDocument?> documents, CancellationToken ct)
    {
        var kept = documents.Where(pair => pair.Value is not null).ToList();
        var gone = documents.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList();
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction.Transaction);
        if (kept.Count > 0)
            batch.BatchCommands.Add(Upsert([.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => pair.Value!)]));
        if (gone.Count > 0)
            batch.BatchCommands.Add(Delete(gone));
        await transaction.PrepareAsync(batch, ct);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlBatchCommand Upsert(List<DocumentKey> keys, List<TDocument> values) => new($"""
        insert into {table} (tenant_id, key, kind, document)
        select * from unnest($1::varchar[], $2::uuid[], $3::text[], $4::json[])
        on conflict (tenant_id, key) do update set kind = excluded.kind, document = excluded.document
        """)
    {
        Parameters =
        {
            Tenants(keys), Ids(keys),
            new NpgsqlParameter<string[]> { TypedValue = [.. values.Select(projection.KindOf)] },
            new NpgsqlParameter<byte[][]>
            {
                TypedValue = [.. values.Select(document => JsonSerializer.SerializeToUtf8Bytes(document, projection.Info))],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json,
            },
        },
    };

    private NpgsqlBatchCommand Delete(List<DocumentKey> keys) =>
        new($"delete from {table} using unnest($1::varchar[], $2::uuid[]) as gone (tenant_id, key) where {table}.tenant_id = gone.tenant_id and {table}.key = gone.key")
        {
            Parameters = { Tenants(keys), Ids(keys) },
        };

    private TDocument Decode(ReadOnlyMemory<byte> utf8) =>
        JsonSerializer.Deserialize(utf8.Span, projection.Info) ?? throw new JsonException($"A document of {projection.Name} is null.");

    private static NpgsqlParameter<string[]> Tenants(IReadOnlyCollection<DocumentKey> keys) => new() { TypedValue = [.. keys.Select(key => key.Tenant)] };

    private static NpgsqlParameter<Guid[]> Ids(IReadOnlyCollection<DocumentKey> keys) => new() { TypedValue = [.. keys.Select(key => key.Key)] };
}
