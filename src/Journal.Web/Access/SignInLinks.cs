using Marten;

namespace Journal.Web.Access;

/// <summary>One-time links that sign a browser in.</summary>
public sealed class SignInLinks(IDocumentStore store, JournalServerOptions options, TimeProvider clock)
{
    private readonly Credentials credentials = new(store, clock);

    /// <summary>A link that signs a browser in as this person, once, within <see cref="JournalServerOptions.LinkLifetime"/>.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="server">The address the person's browser reaches this server at.</param>
    /// <param name="from">Who asks for it.</param>
    /// <param name="ct">Cancels.</param>
    /// <remarks>The code stands in the fragment, which browsers send to nobody: it reaches no access log, no referrer and no proxy.</remarks>
    public async Task<Uri> IssueAsync(Guid person, Uri server, AuditSource from, CancellationToken ct)
    {
        var issued = await credentials.IssueAsync(person, CredentialKind.Link, Scope.Write, "sign-in link", options.LinkLifetime, from, ct);
        return new Uri(server, $"/sign-in#{issued.Secret}");
    }

    /// <summary>Uses a link's code up. A code is good once.</summary>
    /// <returns>Whom it signs in; null when the code is unknown, used or expired.</returns>
    internal async Task<Guid?> UseUpAsync(string? code, AuditSource from, CancellationToken ct) =>
        Secret.TryParse(CredentialKind.Link, code, out var link) ? await credentials.UseUpAsync(link, from, ct) : null;
}
