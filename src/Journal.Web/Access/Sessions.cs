using Journal.Recording;
using Marten;

namespace Journal.Web.Access;

/// <summary>The browsers that are signed in as a person.</summary>
internal sealed class Sessions(IDocumentStore store, JournalServerOptions options, TimeProvider clock)
{
    private readonly Credentials credentials = new(store, clock);

    /// <summary>Signs a browser in.</summary>
    /// <param name="person">As whom.</param>
    /// <param name="browser">What it says of itself.</param>
    /// <param name="from">Who asks for it.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="proved">When whoever sits before it showed who they are; just now when left out.</param>
    public Task<IssuedCredential> BeginAsync(Guid person, string? browser, AuditSource from, CancellationToken ct, DateTimeOffset? proved = null) =>
        credentials.IssueAsync(person, CredentialKind.Session, Scope.Manage, BrowserName.Of(browser), options.SessionLifetime, from, ct, proved);

    /// <summary>Whoever sits before it has shown again who they are.</summary>
    /// <returns>False when it was ended meanwhile.</returns>
    public Task<bool> ProvedAsync(SignedIn signedIn, AuditSource from, CancellationToken ct) => ChangeAsync(signedIn.Person.Id, signedIn.Credential, (session, known, now) =>
    {
        AuditTrail.Note(session, now, signedIn.Person.Id, AuditAct.ProvedAgain, known.Id, from);
        return known with { Proved = now };
    }, ct);

    /// <summary>Gives it another name.</summary>
    /// <returns>Why not: <c>label.missing</c>, <c>label.length</c>, <c>label.encoding</c>, <c>token.unknown</c>.</returns>
    public async Task<Refusal?> RenameAsync(Guid person, Guid id, string? label, CancellationToken ct) =>
        TokenRegistry.Unlabelled(label) ?? (await ChangeAsync(person, id, (_, known, _) => known with { Label = label! }, ct) ? null : TokenRegistry.Unknown);

    private async Task<bool> ChangeAsync(Guid person, Guid id, Func<IDocumentSession, CredentialDocument, DateTimeOffset, CredentialDocument> change, CancellationToken ct)
    {
        // Its last use is noted by whoever looks at the same moment.
        while (true)
        {
            await using var session = store.LightweightSession();
            var now = clock.GetUtcNow();
            if (await session.LoadAsync<CredentialDocument>(id, ct) is not { Kind: CredentialKind.Session, Revoked: null } known || known.Person != person)
                return false;
            session.Store(change(session, known, now));
            try
            {
                await session.SaveChangesAsync(ct);
                return true;
            }
            catch (JasperFx.ConcurrencyException)
            {
                continue;
            }
        }
    }
}
