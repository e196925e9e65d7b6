using Marten;
using Npgsql;

namespace Journal.Web.Reactions;

/// <summary>Documents with a moment in them, of everybody: which have come, each for one node at a time.</summary>
/// <remarks>
/// Whoever takes one has it for a while and says what became of it in that time. A node that dies says nothing, and when the while is over another one takes it. Decision record
/// 105 says why this is a table and no scheduled message.
/// </remarks>
internal sealed class DueTable<T>(IDocumentStore store, NpgsqlDataSource db, JournalServerOptions options, TimeSpan lease)
    where T : class, IDue
{
    // The expression that Marten's index has.
    private const string Moment = "CAST(data ->> 'Due' as bigint)";

    private readonly string table = options.Table(store.Options.FindOrResolveDocumentType(typeof(T)).TableName.Name);

    /// <returns>What has come, and since when it waits.</returns>
    public async Task<List<(T Document, DateTimeOffset Due)>> TakeAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"""
            update {table} one set data = jsonb_set(one.data, '{"{Due}"}', to_jsonb($2::bigint))
            from (select tenant_id, id, {Moment} as due from {table} where {Moment} <= $1 order by {Moment} limit $3 for update skip locked) come
            where one.tenant_id = come.tenant_id and one.id = come.id
            returning one.data, come.due
            """);
        command.Parameters.Add(new() { Value = now.ToUnixTimeMilliseconds() });
        command.Parameters.Add(new() { Value = (now + lease).ToUnixTimeMilliseconds() });
        command.Parameters.Add(new() { Value = most });
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(T, DateTimeOffset)>();
        while (await row.ReadAsync(ct))
        {
            await using var json = await row.GetStreamAsync(0, ct);
            found.Add((await store.Options.Serializer().FromJsonAsync<T>(json, ct), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))));
        }

        return found;
    }
}
