using System.Text.Json.Nodes;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Erasing;
using Journal.Web.Interchange.Csv;
using Journal.Web.Interchange.Running;
using Journal.Web.Search;
using Journal.Web.Sharing;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Web.Sealing;

/// <summary>Seals what a person wrote before words were sealed here: events, documents and the index of words, a page at a time, while everybody goes on.</summary>
/// <remarks>
/// What it means stays the same, so nobody has to wait or to be told: a row is written only where it still is what was read, and whoever writes it anew meanwhile seals it.
/// It may be interrupted at any row, and done by several at once.
/// </remarks>
public sealed class EarlierWords(IDocumentStore store, NpgsqlDataSource db, PersonKeys keys, JournalServerOptions options)
{
    private const int Page = 500;
    private static readonly Type[] Documents = [typeof(ImportRun), typeof(ImportPart), typeof(RememberedMap), typeof(WrittenText), typeof(Comment)];

    /// <summary>Seals everything of everybody that is not sealed yet.</summary>
    /// <returns>How many rows.</returns>
    public async Task<long> SealAsync(CancellationToken ct)
    {
        var rows = 0L;
        foreach (var person in keys.IsOn ? await keys.UnsealedAsync(ct) : [])
            rows += await SealAsync(person, ct);
        if (rows > 0)
        {
            // What was plain a moment ago is in the files yet.
            await using var session = store.LightweightSession();
            session.Store(ErasedSpace.New());
            await session.SaveChangesAsync(ct);
        }

        return rows;
    }

    /// <summary>Seals everything of one person.</summary>
    /// <returns>How many rows.</returns>
    public async Task<long> SealAsync(Guid person, CancellationToken ct)
    {
        var tenant = Author.TenantOf(person);
        if (await keys.EnsureAsync(tenant, ct) is not { } key)
            return 0;
        var (rows, left, began) = (0L, 0L, default(DateTime));
        do
        {
            began = await keys.NowAsync(ct);
            left = await EventsAsync(tenant, key, ct);
            foreach (var document in Documents)
            {
                foreach (var table in await TablesAsync(document, ct))
                    left += await DocumentsAsync(document, options.Table(table), tenant, key, ct);
            }

            rows += left;
        }
        while (left > 0);
        await keys.SealedAsync(person, began, ct);
        return rows;
    }

    private Task<long> EventsAsync(string tenant, PersonKey key, CancellationToken ct) => PagesAsync(
        $"select seq_id, type, data::text, headers::text from {options.Table("mt_events")} where tenant_id = $1 and seq_id > $2 order by seq_id limit {Page}",
        $"update {options.Table("mt_events")} set data = $3, headers = $4 where tenant_id = $1 and seq_id = $2 and data = $5 and headers is not distinct from $6",
        tenant, 0L,
        (row, update) =>
        {
            var (data, headers) = (row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3));
            var (body, beside) = (JsonNode.Parse(data)!.AsObject(), headers is null ? null : JsonNode.Parse(headers) as JsonObject);
            var changed = EventTypes.Find(row.GetString(1)) is { } type && WordSealer.Seal(body, type, key);
            foreach (var name in ImportHeader.Names)
            {
                if (beside?[name] is not JsonValue value || !value.TryGetValue<string>(out var text) || SealedText.IsMarked(text))
                    continue;
                beside[name] = key.Seal(text);
                changed = true;
            }

            Add(update, body.ToJsonString(), beside is null ? headers : beside.ToJsonString(), data, headers);
            return changed;
        },
        ct);

    private Task<long> DocumentsAsync(Type document, string table, string tenant, PersonKey key, CancellationToken ct) => PagesAsync(
        $"select id, data::text from {table} where tenant_id = $1 and id > $2 order by id limit {Page}",
        $"update {table} set data = $3, id = ($3 ->> 'Id')::uuid where tenant_id = $1 and id = $2 and data = $4",
        tenant, Guid.Empty,
        (row, update) =>
        {
            var data = row.GetString(1);
            var body = JsonNode.Parse(data)!.AsObject();
            var changed = document == typeof(WrittenText) ? HiddenWords.Hide(body, key) : WordSealer.Seal(body, document, key);
            // Before, it was a hash of the words that are sealed now.
            if (changed && document == typeof(RememberedMap))
                body[nameof(RememberedMap.Id)] = Guid.CreateVersion7();
            Add(update, body.ToJsonString(), data);
            return changed;
        },
        ct);

    // A projection of another version leaves a table of its own, with the same words.
    private async Task<IReadOnlyList<string>> TablesAsync(Type document, CancellationToken ct)
    {
        var name = store.Options.FindOrResolveDocumentType(document).TableName.Name;
        await using var command = db.CreateCommand("select relname from pg_class where relnamespace = to_regnamespace($1) and relkind in ('r', 'p') and relname ~ ('^' || $2 || '(_[0-9]+)?$') order by relname");
        command.Parameters.Add(new() { Value = options.Schema });
        command.Parameters.Add(new() { Value = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_') });
        await using var row = await command.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await row.ReadAsync(ct))
            tables.Add(row.GetString(0));
        return tables;
    }

    private async Task<long> PagesAsync<TKey>(string select, string update, string tenant, TKey first, Func<NpgsqlDataReader, NpgsqlBatchCommand, bool> change, CancellationToken ct)
        where TKey : notnull
    {
        var (after, changed) = (first, 0L);
        while (true)
        {
            await using var connection = await db.OpenConnectionAsync(ct);
            await using var batch = new NpgsqlBatch(connection);
            var seen = 0;
            await using (var page = new NpgsqlCommand(select, connection))
            {
                page.Parameters.Add(new() { Value = tenant });
                page.Parameters.Add(new() { Value = after });
                await using var row = await page.ExecuteReaderAsync(ct);
                for (; await row.ReadAsync(ct); seen++)
                {
                    after = row.GetFieldValue<TKey>(0);
                    var command = new NpgsqlBatchCommand(update);
                    command.Parameters.Add(new() { Value = tenant });
                    command.Parameters.Add(new() { Value = after });
                    if (change(row, command))
                        batch.BatchCommands.Add(command);
                }
            }

            // One transaction a page.
            if (batch.BatchCommands.Count > 0)
                changed += await batch.ExecuteNonQueryAsync(ct);
            if (seen < Page)
                return changed;
        }
    }

    private static void Add(NpgsqlBatchCommand update, params ReadOnlySpan<string?> json)
    {
        foreach (var one in json)
            update.Parameters.Add(new() { Value = (object?)one ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
    }
}
