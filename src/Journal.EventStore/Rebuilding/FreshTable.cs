using System.Text.Json;
using Journal.EventStore.Projections;
using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Rebuilding;

/// <summary>The table that a keyed projection is rebuilt into: filled by COPY, keyed when it is first read or when it is done, then renamed.</summary>
internal sealed class FreshTable<TDocument>(KeyedProjection<TDocument> projection, RebuildContext context) where TDocument : class
{
    private readonly string plain = projection.Table + "_fresh";
    private bool hasKey;

    private string Name => $"{context.Schema}.{SqlName.Quote(plain)}";

    private string KeyName => SqlName.Quote("pkey_" + plain);

    public async Task CreateAsync(CancellationToken ct)
    {
        await using var connection = await context.Db.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"""
            set client_min_messages = warning;
            drop table if exists {Name};
            create table {Name} (tenant_id varchar not null, key uuid not null, kind text not null, document json not null);
            """, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Adds documents that the table does not have, in the order of their keys.</summary>
    public async Task CopyAsync(IReadOnlyList<KeyValuePair<DocumentKey, TDocument>> documents, CancellationToken ct)
    {
        await using var connection = await context.Db.OpenConnectionAsync(ct);
        await using var copy = await connection.BeginBinaryImportAsync($"copy {Name} (tenant_id, key, kind, document) from stdin (format binary)", ct);
        foreach (var (key, document) in documents)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(key.Tenant, NpgsqlDbType.Varchar, ct);
            await copy.WriteAsync(key.Key, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(projection.KindOf(document), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(document, projection.Info), NpgsqlDbType.Json, ct);
        }
        await copy.CompleteAsync(ct);
    }

    /// <summary>Replaces or deletes documents that the table may have.</summary>
    public Task SaveAsync(IReadOnlyDictionary<DocumentKey, TDocument?> documents, CancellationToken ct) =>
        WithTableAsync(async table =>
        {
            await table.SaveAsync(documents, ct);
            return true;
        }, ct);

    public Task<List<KeyValuePair<DocumentKey, TDocument>>> LoadAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken ct) =>
        WithTableAsync(table => table.LoadAsync(keys, ct), ct);

    public async Task AddKeyAsync(CancellationToken ct)
    {
        if (hasKey)
            return;
        await using var command = context.Db.CreateCommand($"alter table {Name} add constraint {KeyName} primary key (tenant_id, key)");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
        hasKey = true;
    }

    /// <summary>Takes the place of the table in use. Documents of tenants who have been erased meanwhile stay behind.</summary>
    public Task SwapAsync(ProjectionTransaction transaction, CancellationToken ct) => transaction.ExecuteAsync($"""
        delete from {Name} where tenant_id in (
            select tenant_id from {Name} group by tenant_id
            having not exists (select from {context.Schema}.mt_streams s where s.tenant_id = {SqlName.Quote(plain)}.tenant_id));
        drop table {context.Schema}.{SqlName.Quote(projection.Table)};
        alter table {Name} rename to {SqlName.Quote(projection.Table)};
        alter table {context.Schema}.{SqlName.Quote(projection.Table)} rename constraint {KeyName} to {SqlName.Quote("pkey_" + projection.Table)};
        """, ct);

    private async Task<T> WithTableAsync<T>(Func<KeyedTable<TDocument>, Task<T>> work, CancellationToken ct)
    {
        await AddKeyAsync(ct);
        await using var connection = await context.Db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await work(new(projection, new(connection, transaction, context.Schema, PrepareStatements: false), plain));
        await transaction.CommitAsync(ct);
        return result;
    }
}
