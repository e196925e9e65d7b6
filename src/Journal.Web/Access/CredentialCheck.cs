using JasperFx;
using Marten;
using Marten.Linq;

namespace Journal.Web.Access;

/// <summary>Finds out who a secret stands for. Asks the database every time: a revocation counts at once, on every node, for the price of one look by key.</summary>
internal sealed class CredentialCheck(IDocumentStore store, JournalServerOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Resolution = TimeSpan.FromHours(1);

    /// <returns>Null when the secret is unknown, revoked or expired, or is of another kind.</returns>
    public async Task<SignedIn?> FindAsync(CredentialKind kind, string? text, AuditSource from, CancellationToken ct)
    {
        if (!Secret.TryParse(kind, text, out var secret))
            return null;
        await using var session = store.LightweightSession();
        var query = new CredentialWithPerson { Prefix = secret.Prefix };
        var known = await session.QueryAsync(query, ct);
        var now = clock.GetUtcNow();
        if (known is null || known.Kind != secret.Kind || !secret.Matches(known.Hash) || query.People is not [var person])
            return null;
        if (!known.IsGood(now, options))
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

/// <summary>A credential by the part of its secret that may be shown, with its person, in one round trip.</summary>
public sealed class CredentialWithPerson : ICompiledQuery<CredentialDocument, CredentialDocument?>
{
    /// <summary>The part.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Receives the person.</summary>
    public IList<Person> People { get; } = [];

    public System.Linq.Expressions.Expression<Func<IMartenQueryable<CredentialDocument>, CredentialDocument?>> QueryIs() =>
        query => query.Include(credential => credential.Person, People).SingleOrDefault(credential => credential.Prefix == Prefix);
}
