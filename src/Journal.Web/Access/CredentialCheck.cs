using Npgsql;

namespace Journal.Web.Access;

/// <summary>Finds out who a secret stands for. Asks the database every time: a revocation counts at once, on every node, for the price of one look by key.</summary>
internal sealed class CredentialCheck(NpgsqlDataSource db, JournalServerOptions options, TimeProvider clock)
{
    private static readonly TimeSpan UseResolution = TimeSpan.FromHours(1);
    private readonly string people = options.Table("people");
    private readonly string credentials = options.Table("credentials");

    /// <returns>Null when the secret is unknown, revoked or expired, or is of another kind.</returns>
    public async Task<SignedIn?> FindAsync(CredentialKind kind, string? text, CancellationToken ct)
    {
        if (!Secret.TryParse(kind, text, out var secret) || await LoadAsync(secret, ct) is not { } known)
            return null;
        if (!secret.Matches(known.Hash))
            return null;
        if (known.Stale)
            await NoteUseAsync(known.SignedIn, ct);
        return known.SignedIn;
    }

    private async Task<(SignedIn SignedIn, byte[] Hash, bool Stale)?> LoadAsync(Secret secret, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var command = db.CreateCommand($"""
            select p.id, p.handle, p.zone, p.created_at, c.id, c.scope, c.hash, c.used_at is null or c.used_at < $3
            from {credentials} c join {people} p on p.id = c.person
            where c.prefix = $1 and c.kind = $2 and c.revoked_at is null and (c.expires_at is null or c.expires_at > $4)
            """);
        foreach (var value in new object[] { secret.Prefix, secret.Kind == CredentialKind.Session ? "session" : "token", now - UseResolution, now })
            command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            return null;
        var person = new Person(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3));
        var scope = row.GetString(5) == "write" ? Scope.Write : Scope.Read;
        return (new(person, row.GetGuid(4), secret.Kind, scope), row.GetFieldValue<byte[]>(6), row.GetBoolean(7));
    }

    private async Task NoteUseAsync(SignedIn signedIn, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"update {credentials} set used_at = $3 where person = $1 and id = $2");
        foreach (var value in new object[] { signedIn.Person.Id, signedIn.Credential, clock.GetUtcNow() })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
