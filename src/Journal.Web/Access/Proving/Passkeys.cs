using System.Buffers.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Fido2NetLib;
using Fido2NetLib.Objects;
using JasperFx;
using Journal.Commands;
using Journal.Recording;
using Marten;

namespace Journal.Web.Access.Proving;

/// <summary>The passkeys of people: a browser signs a challenge with a key that never leaves the device, for this server's name and no other.</summary>
internal sealed class Passkeys(IDocumentStore store, TimeProvider clock) : IDisposable
{
    private const int Most = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // What strangers are asked is kept, so they are not asked without end.
    private readonly PartitionedRateLimiter<string> strangers = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new() { TokenLimit = 60, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    public static Refusal NotGood { get; } = Refusal.Invalid("passkey.invalid", "The passkey is unknown here, or its answer came too late.");

    /// <summary>What a browser is to make a new passkey by.</summary>
    public async Task<PasskeyRequest> BeginAddingAsync(Person person, Uri server, CancellationToken ct)
    {
        var known = await ListAsync(person.Id, ct);
        var options = Server(server).RequestNewCredential(new()
        {
            User = new() { Id = person.Id.ToByteArray(), Name = person.Handle, DisplayName = person.Handle },
            ExcludeCredentials = [.. known.Select(passkey => new PublicKeyCredentialDescriptor(Base64Url.DecodeFromChars(passkey.Id)))],
            AuthenticatorSelection = new() { ResidentKey = ResidentKeyRequirement.Required, UserVerification = UserVerificationRequirement.Required },
            AttestationPreference = AttestationConveyancePreference.None,
        });
        return await AskAsync(person.Id, options.ToJson(), ct);
    }

    /// <summary>Keeps the passkey that the browser made.</summary>
    /// <returns>Why not: <c>passkey.invalid</c>, <c>passkey.many</c>, <c>label.missing</c>, <c>label.length</c>, <c>label.encoding</c>.</returns>
    public async Task<Refusal?> AddAsync(Guid person, Uri server, PasskeyAnswer answer, AuditSource from, CancellationToken ct)
    {
        if (TokenRegistry.Unlabelled(answer.Label) is { } unlabelled)
            return unlabelled;
        if (await TakeAsync(answer.Challenge, person, ct) is not { } asked || Read<AuthenticatorAttestationRawResponse>(answer.Response) is not { } made)
            return NotGood;
        if ((await ListAsync(person, ct)).Count >= Most)
            return Refusal.Conflict("passkey.many", $"There are {Most} passkeys; remove one first.");
        var registered = await CheckedAsync(() => Server(server).MakeNewCredentialAsync(new()
        {
            AttestationResponse = made,
            OriginalOptions = CredentialCreateOptions.FromJson(asked.Options),
            IsCredentialIdUniqueToUserCallback = (_, _) => Task.FromResult(true),
        }, ct));
        if (registered is null)
            return NotGood;
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        session.Insert(new Passkey(Base64Url.EncodeToString(registered.Id), person, registered.PublicKey, registered.SignCount, answer.Label!, now));
        AuditTrail.Note(session, now, person, AuditAct.PasskeyAdded, null, from);
        try
        {
            await session.SaveChangesAsync(ct);
            return null;
        }
        catch (Exception taken) when (Recorder.IsLostRace(taken))
        {
            return NotGood;
        }
    }

    /// <summary>What a browser is to sign to sign in. Which passkey is the person's to choose: nothing here says who has one.</summary>
    /// <returns>Null where somebody asks too often.</returns>
    public async Task<PasskeyRequest?> BeginAsync(Uri server, AuditSource from, CancellationToken ct)
    {
        using var place = strangers.AttemptAcquire(from.Place ?? "");
        return place.IsAcquired ? await AskAsync(null, Server(server).GetAssertionOptions(new() { UserVerification = UserVerificationRequirement.Required }).ToJson(), ct) : null;
    }

    /// <summary>Whose passkey signed; null when it is unknown, or what it signed was not asked of it just now.</summary>
    public async Task<Guid?> PersonOfAsync(Uri server, PasskeyAnswer answer, CancellationToken ct)
    {
        if (await TakeAsync(answer.Challenge, null, ct) is not { } asked || Read<AuthenticatorAssertionRawResponse>(answer.Response) is not { RawId: { Length: > 0 } id } signed)
            return null;
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<Passkey>(Base64Url.EncodeToString(id), ct) is not { } known)
            return null;
        var result = await CheckedAsync(() => Server(server).MakeAssertionAsync(new()
        {
            AssertionResponse = signed,
            OriginalOptions = AssertionOptions.FromJson(asked.Options),
            StoredPublicKey = known.PublicKey,
            StoredSignatureCounter = (uint)known.Counter,
            IsUserHandleOwnerOfCredentialIdCallback = (one, _) => Task.FromResult(one.UserHandle.AsSpan().SequenceEqual(known.Person.ToByteArray())),
        }, ct));
        if (result is null)
            return null;
        session.Store(known with { Counter = result.SignCount, LastUsed = clock.GetUtcNow() });
        try
        {
            await session.SaveChangesAsync(ct);
            return known.Person;
        }
        catch (ConcurrencyException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<Passkey>> ListAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<Passkey>().Where(passkey => passkey.Person == person).OrderBy(passkey => passkey.Created).ToListAsync(ct);
    }

    /// <returns>False when the person has no such passkey.</returns>
    public async Task<bool> RemoveAsync(Guid person, string? id, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (id is null || await session.LoadAsync<Passkey>(id, ct) is not { } known || known.Person != person)
            return false;
        session.Delete(known);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.PasskeyRemoved, null, from);
        await session.SaveChangesAsync(ct);
        return true;
    }

    private async Task<PasskeyRequest> AskAsync(Guid? person, string options, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var challenge = new PasskeyChallenge(Guid.CreateVersion7(now), person, options, now + Patience);
        await using var session = store.LightweightSession();
        session.DeleteWhere<PasskeyChallenge>(old => old.Expires < now);
        session.Insert(challenge);
        await session.SaveChangesAsync(ct);
        return new(challenge.Id, JsonSerializer.Deserialize<JsonElement>(options));
    }

    // Of many who answer the same challenge at once, one is heard.
    private async Task<PasskeyChallenge?> TakeAsync(Guid? id, Guid? person, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (id is not { } wanted || await session.LoadAsync<PasskeyChallenge>(wanted, ct) is not { Taken: false } known || known.Person != person || known.Expires < clock.GetUtcNow())
            return null;
        session.Store(known with { Taken = true });
        try
        {
            await session.SaveChangesAsync(ct);
            return known;
        }
        catch (ConcurrencyException)
        {
            return null;
        }
    }

    // What a stranger sends goes through readers of several formats, each with exceptions of its own: whatever they make of it, it is not good.
    private static async Task<T?> CheckedAsync<T>(Func<Task<T>> check)
        where T : class
    {
        try
        {
            return await check();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }

    private static T? Read<T>(JsonElement? response)
        where T : class
    {
        try
        {
            return response?.Deserialize<T>();
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    public void Dispose() => strangers.Dispose();

    private static Fido2 Server(Uri address) => new(new() { RPID = address.Host, RPName = "Journal", Origins = new HashSet<string> { address.GetLeftPart(UriPartial.Authority) } });
}

/// <param name="Challenge">To be sent back with the answer.</param>
/// <param name="Options">For navigator.credentials.</param>
internal sealed record PasskeyRequest(Guid Challenge, JsonElement Options);

/// <param name="Response">What navigator.credentials gave, as JSON.</param>
/// <param name="Label">What the person calls a new one.</param>
internal sealed record PasskeyAnswer(Guid? Challenge = null, JsonElement? Response = null, string? Label = null);
