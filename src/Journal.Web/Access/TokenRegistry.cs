using Journal.Recording;
using Marten;

namespace Journal.Web.Access;

/// <summary>A person's tokens and signed-in browsers.</summary>
public sealed class TokenRegistry(IDocumentStore store, TimeProvider clock)
{
    private const int LabelLength = 100;
    private const int LongestLifeInDays = 3660;
    private const int UsualLifeInDays = 365;
    private readonly Credentials credentials = new(store, clock);

    /// <summary>Issues a token. Its secret can be had only now.</summary>
    /// <param name="person">Whose journal it opens, and no other.</param>
    /// <param name="scope">What it may be used for.</param>
    /// <param name="label">What the person calls it, 1 to 100 characters.</param>
    /// <param name="days">For how many days it is good, 1 to 3660; null for 365.</param>
    /// <param name="from">Who asks for it.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="by">The token that issues it: it ends with that one, and when that is revoked; null where a person does.</param>
    /// <returns>The token, or why there is none: <c>label.missing</c>, <c>label.length</c>, <c>label.encoding</c>, <c>days.range</c>.</returns>
    public async Task<(IssuedCredential? Issued, Refusal? Refusal)> IssueAsync(Guid person, Scope scope, string? label, int? days, AuditSource from, CancellationToken ct, (Guid Token, DateTimeOffset? Ends)? by = null)
    {
        var refusal = Unlabelled(label) ?? (days is < 1 or > LongestLifeInDays ? Refusal.Invalid("days.range", $"days is a whole number from 1 to {LongestLifeInDays}.") : null);
        return refusal is not null
            ? (null, refusal)
            : (await credentials.IssueAsync(person, CredentialKind.Token, scope, label!, Life(days ?? UsualLifeInDays, by?.Ends), from, ct, parent: by?.Token), null);
    }

    /// <summary>Why a credential cannot be called so; null when it can.</summary>
    internal static Refusal? Unlabelled(string? label) =>
        string.IsNullOrWhiteSpace(label) ? Refusal.Invalid("label.missing", "Give it a label.")
        : label.Length > LabelLength ? Refusal.Invalid("label.length", $"label is longer than {LabelLength} characters.")
        : label.Any(char.IsControl) ? Refusal.Invalid("label.encoding", "label holds control characters.")
        : null;

    internal static Refusal Unknown { get; } = Refusal.Unknown("token.unknown", "There is no such token.");

    private TimeSpan Life(int days, DateTimeOffset? until) =>
        until - clock.GetUtcNow() is { } left && left < TimeSpan.FromDays(days) ? left : TimeSpan.FromDays(days);

    /// <summary>The person's tokens and sessions, oldest first, revoked ones too.</summary>
    public Task<List<Credential>> ListAsync(Guid person, CancellationToken ct) => credentials.ListAsync(person, ct);

    /// <summary>Revokes one of the person's tokens or sessions; every node refuses it from the next request on. Doing it again changes nothing.</summary>
    /// <returns>False when the person has no such token.</returns>
    public Task<bool> RevokeAsync(Guid person, Guid id, AuditSource from, CancellationToken ct) => credentials.RevokeAsync(person, id, from, ct);

    /// <summary>Signs every browser of the person out. Tokens of programs stay good.</summary>
    public async Task RevokeSessionsAsync(Guid person, AuditSource from, CancellationToken ct)
    {
        foreach (var session in (await credentials.ListAsync(person, ct)).Where(one => one is { Kind: CredentialKind.Session, Revoked: null }))
            await credentials.RevokeAsync(person, session.Id, from, ct);
    }
}
