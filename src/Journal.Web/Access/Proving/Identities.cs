using System.Security.Cryptography;
using JasperFx;
using Journal.Commands;
using Journal.Recording;
using Marten;

namespace Journal.Web.Access.Proving;

/// <summary>Whom the operator's provider knows. Only what it calls them for good counts, never an address of theirs: whoever gets that address later is somebody else.</summary>
internal sealed class Identities(IDocumentStore store, TimeProvider clock)
{
    private const int Most = 10;
    private const int SecretBytes = 24;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    // What the clocks of two machines may differ by.
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);

    public static Refusal NotGood { get; } = Refusal.Invalid("identity.invalid", "This was answered before, or too long ago, or in another browser. Begin again.");

    public static Refusal Taken { get; } = Refusal.Conflict("identity.taken", "Somebody else here signs in with that identity.");

    public static Refusal Last { get; } = Refusal.Conflict("identity.last", "It is your only way in. Set up another one first: a passkey, a password or recovery codes.");

    public static Refusal Unknown { get; } = Refusal.Unknown("identity.unknown", "There is no such identity.");

    public static Refusal NotYours { get; } = Refusal.Invalid("identity.other", "That is not an identity you sign in with here.");

    public static Refusal NotShown { get; } = Refusal.Invalid("identity.stale", "The provider did not ask you again who you are. Use another way.");

    /// <summary>Keeps what the provider said until the browser says what it came for.</summary>
    /// <returns>The browser's secret; null when this way to the provider and back was gone before.</returns>
    public async Task<string?> ArriveAsync(ProvenIdentity proven, CancellationToken ct)
    {
        var (now, secret) = (clock.GetUtcNow(), RandomNumberGenerator.GetBytes(SecretBytes));
        await using var session = store.LightweightSession();
        session.DeleteWhere<ProvenIdentity>(old => old.Expires < now);
        session.Insert(proven with { Hash = SHA256.HashData(secret), Expires = now + Kept });
        try
        {
            await session.SaveChangesAsync(ct);
            return $"{proven.Id:N}{Convert.ToHexStringLower(secret)}";
        }
        catch (Exception again) when (Recorder.IsLostRace(again))
        {
            return null;
        }
    }

    /// <summary>What the provider said of whom this browser brought; null when that is used up, too old, or of another browser.</summary>
    public async Task<ProvenIdentity?> FindAsync(string? secret, CancellationToken ct)
    {
        if (secret is not { Length: 32 + (2 * SecretBytes) } || !Guid.TryParseExact(secret[..32], "N", out var id) || !secret.All(char.IsAsciiHexDigitLower))
            return null;
        await using var session = store.QuerySession();
        return await session.LoadAsync<ProvenIdentity>(id, ct) is { Taken: false } proven && proven.Expires >= clock.GetUtcNow()
            && CryptographicOperations.FixedTimeEquals(proven.Hash, SHA256.HashData(Convert.FromHexString(secret[32..]))) ? proven : null;
    }

    /// <summary>Whom it signs in; null where nobody here is linked with it. Of many who try at once, one gets the person.</summary>
    /// <returns>The person, or why nobody: <c>identity.invalid</c>; neither where nobody is linked.</returns>
    public async Task<(Guid? Person, Refusal? Refusal)> UseUpAsync(ProvenIdentity proven, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<LinkedIdentity>(proven.Identity, ct) is not { } known)
            return (null, null);
        session.Store(known with { LastUsed = clock.GetUtcNow() });
        return await TakeAsync(session, proven, ct) ? (known.Person, null) : (null, NotGood);
    }

    /// <summary>Whether it shows that this person sits there now: the identity is theirs, and the provider asked them since the browser left.</summary>
    public async Task<Refusal?> ShowsAsync(ProvenIdentity proven, Guid person, CancellationToken ct)
    {
        if (proven.Shown is not { } shown || shown < proven.Begun - Drift)
            return NotShown;
        var (whose, refusal) = await UseUpAsync(proven, ct);
        return refusal ?? (whose == person ? null : NotYours);
    }

    /// <summary>Lets a person sign in so from now on.</summary>
    /// <returns>Why not: <c>identity.taken</c>, <c>identity.many</c>, <c>identity.invalid</c>.</returns>
    public async Task<Refusal?> LinkAsync(ProvenIdentity proven, Guid person, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<LinkedIdentity>(proven.Identity, ct) is { } known)
            return known.Person == person ? null : Taken;
        if ((await ListAsync(person, ct)).Count >= Most)
            return Refusal.Conflict("identity.many", $"There are {Most} identities; unlink one first.");
        Link(session, proven, person, from);
        return await TakeAsync(session, proven, ct) ? null : NotGood;
    }

    /// <summary>Links whom a session is about to enter, so that both happen or neither.</summary>
    public async Task JoinAsync(IDocumentSession session, ProvenIdentity proven, Person entered, AuditSource from, CancellationToken ct)
    {
        if (await session.LoadAsync<ProvenIdentity>(proven.Id, ct) is not { Taken: false } now)
            throw new ConcurrencyException(typeof(ProvenIdentity), proven.Id);
        session.Store(now with { Taken = true });
        Link(session, proven, entered.Id, from);
    }

    public async Task<IReadOnlyList<LinkedIdentity>> ListAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<LinkedIdentity>().Where(one => one.Person == person).OrderBy(one => one.Since).ToListAsync(ct);
    }

    /// <summary>From then on it lets nobody in.</summary>
    /// <returns>Why not: <c>identity.unknown</c>, <c>identity.last</c>.</returns>
    public async Task<Refusal?> UnlinkAsync(Guid person, string? id, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (id is null || await session.LoadAsync<LinkedIdentity>(id, ct) is not { } known || known.Person != person)
            return Unknown;
        if (!await session.Query<LinkedIdentity>().AnyAsync(one => one.Person == person && one.Id != id, ct)
            && await session.LoadAsync<Password>(person, ct) is null
            && !await session.Query<Passkey>().AnyAsync(one => one.Person == person, ct)
            && !await session.Query<RecoveryCode>().AnyAsync(one => one.Person == person && one.Used == null, ct))
            return Last;
        session.Delete(known);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.IdentityUnlinked, null, from);
        await session.SaveChangesAsync(ct);
        return null;
    }

    private void Link(IDocumentSession session, ProvenIdentity proven, Guid person, AuditSource from)
    {
        var now = clock.GetUtcNow();
        session.Insert(new LinkedIdentity(proven.Identity, person, proven.Issuer, now));
        AuditTrail.Note(session, now, person, AuditAct.IdentityLinked, null, from);
    }

    private static async Task<bool> TakeAsync(IDocumentSession session, ProvenIdentity proven, CancellationToken ct)
    {
        if (await session.LoadAsync<ProvenIdentity>(proven.Id, ct) is not { Taken: false } now)
            return false;
        session.Store(now with { Taken = true });
        try
        {
            await session.SaveChangesAsync(ct);
            return true;
        }
        catch (Exception lost) when (lost is ConcurrencyException || Recorder.IsLostRace(lost))
        {
            return false;
        }
    }
}
