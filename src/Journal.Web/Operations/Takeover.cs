using Journal.Facts;
using Journal.Web.Access;
using Marten;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>
/// Goes on with a database of version 0.1: its events lie in Marten's own tables already; people and what lets them in become documents, and the tables of the
/// store of that version go.
/// </summary>
internal sealed class Takeover(NpgsqlDataSource db, IDocumentStore store, JournalServerOptions options)
{
    private static readonly string[] Gone =
    [
        "credentials", "people", "verified", "keyed_facts_v2", "store_dead_letters", "store_erasures", "store_imports", "store_paused", "store_scripts", "store_tenant_log",
    ];

    public async Task RunAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
            return;
        await using (var session = store.LightweightSession())
        {
            session.Store<Person>(await PeopleAsync(ct));
            session.Store<CredentialDocument>(await CredentialsAsync(ct));
            await session.SaveChangesAsync(ct);
        }

        // Version 0.1 wrote no .NET types. Marten asks for one where it does not know the stored name, and its daemon would stop at a null.
        await using var name = db.CreateCommand($"update {options.Table("mt_events")} set mt_dotnet_type = type where mt_dotnet_type is null and type <> all($1)");
        name.CommandTimeout = 0;
        name.Parameters.Add(new() { Value = EventTypes.All.Select(EventTypes.NameOf).ToArray() });
        await name.ExecuteNonQueryAsync(ct);
        await using var drop = db.CreateCommand(string.Concat(Gone.Select(table => $"drop table if exists {options.Table(table)} cascade;"))
            + $"delete from {options.Table("mt_event_progression")} where name in ('facts:V2:All', 'TenantLog:All');");
        await drop.ExecuteNonQueryAsync(ct);
    }

    private async Task<bool> IsThereAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand("select to_regclass($1) is not null");
        command.Parameters.Add(new() { Value = options.Table("people") });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task<Person[]> PeopleAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select id, handle, zone, created_at from {options.Table("people")}");
        await using var row = await command.ExecuteReaderAsync(ct);
        var people = new List<Person>();
        while (await row.ReadAsync(ct))
            people.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)));
        return [.. people];
    }

    private async Task<CredentialDocument[]> CredentialsAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand(
            $"select id, person, kind, prefix, hash, scope, label, created_at, expires_at, used_at, revoked_at from {options.Table("credentials")}");
        await using var row = await command.ExecuteReaderAsync(ct);
        var credentials = new List<CredentialDocument>();
        while (await row.ReadAsync(ct))
        {
            credentials.Add(new(
                row.GetGuid(0),
                row.GetGuid(1),
                Enum.Parse<CredentialKind>(row.GetString(2), ignoreCase: true),
                row.GetString(3),
                row.GetFieldValue<byte[]>(4),
                Enum.Parse<Scope>(row.GetString(5), ignoreCase: true),
                row.GetString(6),
                row.GetFieldValue<DateTimeOffset>(7),
                row.GetFieldValue<DateTimeOffset?>(8))
            {
                LastUsed = row.GetFieldValue<DateTimeOffset?>(9),
                Revoked = row.GetFieldValue<DateTimeOffset?>(10),
            });
        }

        return [.. credentials];
    }
}
