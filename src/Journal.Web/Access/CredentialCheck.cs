using JasperFx;
using Marten;

namespace Journal.Web.Access;

/// <summary>Finds out who a secret stands for. Asks the database every time: a revocation counts at once, on every node, for the price of one look by key.</summary>
internal sealed class CredentialCheck(IDocumentStore store, JournalServerOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Resolution = TimeSpan.FromHours(1);

    private readonly string withPerson = $"""
        select row(c.id, c.data, c.mt_version), row(p.id, p.data) from {options.Table("mt_doc_credential")} c
        join {options.Table("mt_doc_person")} p on p.id = (c.data ->> 'Person')::uuid where c.data ->> 'Prefix' = ?
        """;

    /// <returns>Null when the secret is unknown, revoked or expired, or is of another kind.</returns>
    public async Task<SignedIn?> FindAsync(CredentialKind kind, string? text, AuditSource from, CancellationToken ct)
    {
        if (!Secret.TryParse(kind, text, out var secret))
            return null;
        await using var session = store.LightweightSession();
        // Not by Include, for which Marten makes a temporary table: a write to the catalogue and to the log for each request that only looks.
        var found = await session.AdvancedSql.QueryAsync<CredentialDocument, Person>(withPerson, ct, secret.Prefix);
        var now = clock.GetUtcNow();
        if (found is not [var (known, person)] || known.Kind != secret.Kind || !secret.Matches(known.Hash))
            return null;
        if (person.Closed is not null || !known.IsGood(now, options) || !await IsIssuerGoodAsync(session, known, now, ct))
        {
            if (known.Refused is null || known.Refused < now - Resolution)
            {
                AuditTrail.Note(session, now, person.Id, AuditAct.CredentialRefused, known.Id, from);
                await NoteAsync(session, known with { Refused = now }, ct);
            }

            return null;
        }

        if (known.LastUsed is null || known.LastUsed < now - Resolution)
            await NoteAsync(session, known with { LastUsed = now }, ct);
        // A browser acts for the person who sits before it.
        return new(person, known.Id, known.Kind, known.Kind == CredentialKind.Session ? Scope.Manage : known.Scope, known.Expires, known.Proved ?? known.Created);
    }

    /// <summary>Whether what let somebody in does so still. For answers that take a while.</summary>
    public async Task<bool> IsStillGoodAsync(SignedIn signedIn, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var now = clock.GetUtcNow();
        return await session.LoadAsync<CredentialDocument>(signedIn.Credential, ct) is { } known && known.IsGood(now, options) && await IsIssuerGoodAsync(session, known, now, ct)
            && await session.LoadAsync<Person>(known.Person, ct) is { Closed: null };
    }

    // One that was issued while its issuer was being revoked is good for nothing.
    private static async Task<bool> IsIssuerGoodAsync(IQuerySession session, CredentialDocument issued, DateTimeOffset now, CancellationToken ct)
    {
        while (issued.Parent is { } parent)
        {
            if (await session.LoadAsync<CredentialDocument>(parent, ct) is not { } issuer || !issuer.IsGood(now))
                return false;
            issued = issuer;
        }

        return true;
    }

    // Whoever changes it at the same moment, to revoke it say, is more important than when it was tried.
    private static async Task NoteAsync(IDocumentSession session, CredentialDocument tried, CancellationToken ct)
    {
        try
        {
            session.Store(tried);
            await session.SaveChangesAsync(ct);
        }
        catch (ConcurrencyException)
        {
            session.EjectAllPendingChanges();
        }
    }
}
