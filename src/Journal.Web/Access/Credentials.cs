using JasperFx;
using Marten;

namespace Journal.Web.Access;

/// <summary>A token, a link or a session as it is kept: of its secret only a hash.</summary>
/// <param name="Prefix">The part of the secret that may be shown; it finds the document, the hash decides.</param>
public sealed record CredentialDocument(
    Guid Id, Guid Person, CredentialKind Kind, string Prefix, byte[] Hash, Scope Scope, string Label, DateTimeOffset Created, DateTimeOffset? Expires)
{
    /// <summary>To the hour; null when it was never used.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>Null while it is good.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>When it was last tried though it was good no longer, to the hour.</summary>
    public DateTimeOffset? Refused { get; init; }

    /// <summary>When whoever holds a session showed again who they are; null where they did not since it began.</summary>
    public DateTimeOffset? Proved { get; init; }

    /// <summary>The token that issued it, with which it ends; null where a person did.</summary>
    public Guid? Parent { get; init; }

    /// <summary>What may be shown of it.</summary>
    internal Credential Shown => new(Id, Kind, Prefix, Scope, Label, Created, Expires, LastUsed, Revoked);

    internal bool IsGood(DateTimeOffset now) => Revoked is null && (Expires is null || Expires > now);

    internal bool IsGood(DateTimeOffset now, JournalServerOptions options) => IsGood(now) && (Kind != CredentialKind.Session || (LastUsed ?? Created) > now - options.SessionIdle);
}

/// <summary>What tokens, links and sessions share.</summary>
internal sealed class Credentials(IDocumentStore store, TimeProvider clock)
{
    public async Task<IssuedCredential> IssueAsync(Guid person, CredentialKind kind, Scope scope, string label, TimeSpan? life, AuditSource from, CancellationToken ct, DateTimeOffset? proved = null, Guid? parent = null)
    {
        var (secret, now) = (Secret.Create(kind), clock.GetUtcNow());
        var issued = new CredentialDocument(Guid.CreateVersion7(now), person, kind, secret.Prefix, secret.Hash, scope, label, now, life is { } lasts ? now + lasts : null) { Proved = proved, Parent = parent };
        await using var session = store.LightweightSession();
        session.DeleteWhere<CredentialDocument>(old => old.Person == person && old.Kind != CredentialKind.Token && old.Expires < now);
        session.Insert(issued);
        AuditTrail.Note(session, now, person, kind switch { CredentialKind.Token => AuditAct.TokenIssued, CredentialKind.Link => AuditAct.LinkIssued, _ => AuditAct.SignedIn }, issued.Id, from);
        await session.SaveChangesAsync(ct);
        return new(issued.Shown, secret.Text);
    }

    public async Task<List<Credential>> ListAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var all = await session.Query<CredentialDocument>().Where(one => one.Person == person && one.Kind != CredentialKind.Link).OrderBy(one => one.Id).ToListAsync(ct);
        return [.. all.Select(one => one.Shown)];
    }

    /// <returns>False when the person has no such credential.</returns>
    public async Task<bool> RevokeAsync(Guid person, Guid id, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<CredentialDocument>(id, ct) is not { Kind: not CredentialKind.Link } known || known.Person != person)
            return false;
        if (known.Revoked is null)
        {
            var now = clock.GetUtcNow();
            var issued = (await session.Query<CredentialDocument>().Where(one => one.Person == person && one.Parent != null && one.Revoked == null).ToListAsync(ct)).ToLookup(one => one.Parent!.Value);
            foreach (var ends in WithIssued(known, issued))
            {
                session.Store(ends with { Revoked = now });
                AuditTrail.Note(session, now, person, ends.Kind == CredentialKind.Session ? AuditAct.SessionEnded : AuditAct.TokenRevoked, ends.Id, from);
            }

            await session.SaveChangesAsync(ct);
        }

        return true;
    }

    private static IEnumerable<CredentialDocument> WithIssued(CredentialDocument credential, ILookup<Guid, CredentialDocument> issued) =>
        issued[credential.Id].SelectMany(child => WithIssued(child, issued)).Prepend(credential);

    /// <summary>Uses up a link. Of many who try at once, one gets the person.</summary>
    public async Task<Guid?> UseUpAsync(Secret link, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var known = await session.Query<CredentialDocument>().SingleOrDefaultAsync(one => one.Prefix == link.Prefix, ct);
        if (known is not { Kind: CredentialKind.Link } || !link.Matches(known.Hash))
            return null;
        var now = clock.GetUtcNow();
        if (known.LastUsed is not null || !known.IsGood(now))
        {
            AuditTrail.Note(session, now, known.Person, AuditAct.SignInRefused, known.Id, from);
            await session.SaveChangesAsync(ct);
            return null;
        }

        try
        {
            session.Store(known with { LastUsed = now });
            await session.SaveChangesAsync(ct);
            return known.Person;
        }
        catch (ConcurrencyException)
        {
            return null;
        }
    }
}
