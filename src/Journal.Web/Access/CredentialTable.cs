using Npgsql;
using NpgsqlTypes;

namespace Journal.Web.Access;

/// <summary>The rows that tokens, links and sessions share.</summary>
internal sealed class CredentialTable(NpgsqlDataSource db, JournalServerOptions options, TimeProvider clock)
{
    private readonly string table = options.Table("credentials");

    public DateTimeOffset Now => clock.GetUtcNow();

    private const string Columns = "id, kind, prefix, scope, label, created_at, expires_at, used_at, revoked_at";

    public async Task<IssuedCredential> IssueAsync(Guid person, CredentialKind kind, Scope scope, string label, TimeSpan? life, CancellationToken ct)
    {
        var secret = Secret.Create(kind);
        await using var command = db.CreateCommand($"""
            with gone as (delete from {table} where person = $1 and kind <> 'token' and expires_at < $8)
            insert into {table} (person, id, kind, prefix, hash, scope, label, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            returning {Columns}
            """);
        Bind(command, person, Guid.CreateVersion7(Now), Stored(kind), secret.Prefix, secret.Hash, Stored(scope), label, Now);
        command.Parameters.Add(new() { Value = life is { } lasts ? Now + lasts : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return new((await ReadAsync(command, ct)).Single(), secret.Text);
    }

    public async Task<List<Credential>> ListAsync(Guid person, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select {Columns} from {table} where person = $1 and kind <> 'link' order by id");
        Bind(command, person);
        return await ReadAsync(command, ct);
    }

    /// <returns>False when the person has no such credential.</returns>
    public async Task<bool> RevokeAsync(Guid person, Guid id, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"update {table} set revoked_at = coalesce(revoked_at, $3) where person = $1 and id = $2 and kind <> 'link'");
        Bind(command, person, id, Now);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Uses up a link. Of many who try at once, one gets the person.</summary>
    public async Task<Guid?> UseUpAsync(Secret link, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"""
            update {table} set used_at = $3
            where prefix = $1 and hash = $2 and kind = 'link' and used_at is null and revoked_at is null and expires_at > $3
            returning person
            """);
        Bind(command, link.Prefix, link.Hash, Now);
        return await command.ExecuteScalarAsync(ct) is Guid person ? person : null;
    }

    private static void Bind(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
    }

    private static async Task<List<Credential>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var row = await command.ExecuteReaderAsync(ct);
        var credentials = new List<Credential>();
        while (await row.ReadAsync(ct))
        {
            credentials.Add(new(
                row.GetGuid(0),
                Enum.Parse<CredentialKind>(row.GetString(1), ignoreCase: true),
                row.GetString(2),
                Enum.Parse<Scope>(row.GetString(3), ignoreCase: true),
                row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5),
                row.GetFieldValue<DateTimeOffset?>(6),
                row.GetFieldValue<DateTimeOffset?>(7),
                row.GetFieldValue<DateTimeOffset?>(8)));
        }

        return credentials;
    }

    private static string Stored<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
