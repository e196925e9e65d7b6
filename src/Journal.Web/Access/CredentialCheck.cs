using JasperFx;
using Marten;
using Marten.Linq;

namespace Journal.Web.Access;

/// <summary>Finds out who a secret stands for. Asks the database every time: a revocation counts at once, on every node, for the price of one look by key.</summary>
internal sealed class CredentialCheck(IDocumentStore store, JournalServerOptions options, TimeProvider clock)
{
    private static readonly TimeSpan UseResolution = TimeSpan.FromHours(1);

    /// <returns>Null when the secret is unknown, revoked or expired, or is of another kind.</returns>
    public async Task<SignedIn?> FindAsync(CredentialKind kind, string? text, CancellationToken ct)
    {
        if (!Secret.TryParse(kind, text, out var secret))
            return null;
        await using var session = store.LightweightSession();
        var query = new CredentialWithPerson { Prefix = secret.Prefix };
        var known = await session.QueryAsync(query, ct);
        var now = clock.GetUtcNow();
        if (known is null || known.Kind != secret.Kind || !known.IsGood(now, options) || !secret.Matches(known.Hash) || query.People is not [var person])
            return null;
        if (known.LastUsed is null || known.LastUsed < now - UseResolution)
            await NoteUseAsync(session, known with { LastUsed = now }, ct);
        // A browser acts for the person who sits before it.
        return new(person, known.Id, known.Kind, known.Kind == CredentialKind.Session ? Scope.Manage : known.Scope, known.Expires);
    }

    // Whoever changes it at the same moment, to revoke it say, is more important than when it was used.
    private static async Task NoteUseAsync(IDocumentSession session, CredentialDocument used, CancellationToken ct)
    {
        try
        {
            session.Store(used);
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
