using System.Text.Json.Nodes;
using Journal.Facts;
using Journal.Sealing;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>Something in the store that must not be.</summary>
/// <param name="Code">Stable: stream.holes, stream.version, stream.order, stream.missing, progress.ahead, wall.missing, event.unreadable, event.unknown, words.unreadable, words.locked, words.plain.</param>
/// <param name="Subject">The stream, the event's position or the progress row.</param>
/// <param name="Message">What is wrong. No word of an event's body.</param>
public sealed record Finding(string Code, string Subject, string Message);

/// <summary>Looks Marten's tables through for what must not be: holes in streams, positions out of order, progress ahead of the log, bodies that cannot be read.</summary>
/// <remarks>Reads the whole log once. May run beside writers.</remarks>
internal sealed class StoreCheck(NpgsqlDataSource db, string schema, WordSealer? words = null)
{
    private const int MostFindings = 1000;
    private readonly WordSealer sealer = words ?? WordSealer.Off;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        // One snapshot: streams and events change together, and the looks at them must not fall between.
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var findings = new List<Finding>();
        await FindAsync(connection, StreamsSql, findings, ct);
        await FindAsync(connection, OrderSql, findings, ct);
        await FindAsync(connection, ProgressSql, findings, ct);
        if (await new PersonWall(db, schema).StandsAsync(ct))
            await FindAsync(connection, WallSql, findings, ct);
        await ReadAllAsync(connection, findings, ct);
        return findings;
    }

    private string StreamsSql => $"""
        select case when s.id is null then 'stream.missing' when e.holes then 'stream.holes' else 'stream.version' end,
            coalesce(s.id, e.stream_id)::text,
            format('version %s, %s events, versions %s to %s', s.version, coalesce(e.count, 0), e.first, e.last)
        from {schema}.mt_streams s full join (
            select tenant_id, stream_id, count(*) as count, min(version) as first, max(version) as last, min(version) <> 1 or max(version) <> count(*) as holes
            from {schema}.mt_events group by tenant_id, stream_id) as e on e.tenant_id = s.tenant_id and e.stream_id = s.id
        where (coalesce(s.version, 0) <> 0 or e.count is not null) and (s.id is null or e.count is null or s.version is distinct from e.count or e.holes)
        limit {MostFindings}
        """;

    private string OrderSql => $"""
        select 'stream.order', stream_id::text, format('version %s has position %s, after %s', version, seq_id, before)
        from (select stream_id, version, seq_id, lag(seq_id) over (partition by tenant_id, stream_id order by version) as before from {schema}.mt_events) as numbered
        where before > seq_id limit {MostFindings}
        """;

    private string ProgressSql => $"""
        select 'progress.ahead', p.name, format('at %s, the log ends at %s', p.last_seq_id, s.last_value)
        from {schema}.mt_event_progression p, {schema}.mt_events_sequence s
        where p.last_seq_id > case when s.is_called then s.last_value else 0 end and p.name not like 'HighWater%'
        """;

    private string WallSql => $"""
        select 'wall.missing', c.relname, 'nothing but the statements themselves keeps one person''s rows from another'
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
        where c.relnamespace = to_regnamespace('{schema}') and c.relkind in ('r', 'p')
            and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'person'))
        """;

    private static async Task FindAsync(NpgsqlConnection connection, string sql, List<Finding> findings, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            findings.Add(new(row.GetString(0), row.GetString(1), row.GetString(2)));
    }

    private async Task ReadAllAsync(NpgsqlConnection connection, List<Finding> findings, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select seq_id, type, data, array(select headers ->> name from unnest($1::text[]) name where headers ->> name is not null), tenant_id from {schema}.mt_events order by seq_id", connection) { CommandTimeout = 0, Parameters = { new() { Value = ImportHeader.Names.ToArray() } } };
        await using var row = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, ct);
        while (findings.Count < MostFindings && await row.ReadAsync(ct))
        {
            var (position, type) = (row.GetInt64(0), row.GetString(1));
            var body = row.GetFieldValue<byte[]>(2);
            var imported = row.GetFieldValue<string[]>(3);
            var tenant = row.GetString(4);
            if (EventTypes.Read(type, body) is UnreadableEvent)
                findings.Add(new(EventTypes.Find(type) is null ? "event.unknown" : "event.unreadable", $"{position}", $"Type {type}."));
            else if (EventTypes.Find(type) is { } known)
                findings.AddRange(Words(tenant, body, known, imported).Select(code => new Finding(code, $"{position}", $"Type {type}.")));
        }
    }

    // What is wrong with how the words of an event lie there, each once.
    private HashSet<string> Words(string tenant, byte[] body, Type type, string[] imported)
    {
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        _ = PersonalTexts.Change(JsonNode.Parse(body)!.AsObject(), type, Look);
        foreach (var text in imported)
            Look(text);
        return wrong;

        string Look(string stored)
        {
            var code = sealer.OpenAs(stored, tenant).Is switch
            {
                StoredText.Unreadable => "words.unreadable",
                StoredText.Locked => "words.locked",
                StoredText.Plain when sealer.IsOn && Guid.TryParseExact(tenant, "D", out _) => "words.plain",
                _ => null,
            };
            if (code is not null)
                wrong.Add(code);
            return stored;
        }
    }
}
