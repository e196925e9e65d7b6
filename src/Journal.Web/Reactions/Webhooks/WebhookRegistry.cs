using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.History;
using Marten;

namespace Journal.Web.Reactions.Webhooks;

/// <summary>A person's webhooks.</summary>
public sealed class WebhookRegistry(IDocumentStore store, FactsReader facts, OutwardHttp http, TimeProvider clock)
{
    private const int Most = 10;
    private const int Shown = 100;
    private static readonly TimeSpan BothHold = TimeSpan.FromHours(24);

    public static Refusal Unknown { get; } = Refusal.Unknown("webhook.unknown", "There is no such webhook.");

    public async Task<IReadOnlyList<WebhookLine>> ListAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        return [.. (await session.Query<Webhook>().ToListAsync(ct)).OrderBy(one => one.Made).Select(one => one.Line)];
    }

    /// <returns>The webhook with its secret, or why there is none: <c>url.invalid</c>, <c>kinds.unknown</c>, <c>webhooks.count</c>.</returns>
    public async Task<(WebhookLine? Webhook, Refusal? Refusal)> AddAsync(Guid person, NewWebhook wanted, AuditSource from, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (Wrong(wanted.Url, wanted.Kinds) is { } wrong)
            return (null, wrong);
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.Query<Webhook>().CountAsync(ct) >= Most)
            return (null, Refusal.Conflict("webhooks.count", $"There are {Most} already; take one away first."));
        var now = clock.GetUtcNow();
        var hook = new Webhook(Guid.CreateVersion7(now), person, wanted.Url, wanted.Kinds, wanted.Words, WebhookSignature.NewSecret(), null, null, (await facts.ReadAsync(person, knownAt: null, ct)).Position, now, Off: false);
        session.Store(hook);
        AuditTrail.Note(session, now, person, AuditAct.WebhookAdded, hook.Id, from);
        await session.SaveChangesAsync(ct);
        return (hook.Line with { Secret = hook.Secret }, null);
    }

    /// <summary>Changes it; what is left out stays.</summary>
    /// <returns>The webhook, or why not: <c>webhook.unknown</c>, <c>url.invalid</c>, <c>kinds.unknown</c>.</returns>
    public async Task<(WebhookLine? Webhook, Refusal? Refusal)> ChangeAsync(Guid person, Guid id, WebhookChange change, AuditSource from, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Webhook>(id, ct) is not { } hook)
            return (null, Unknown);
        if (Wrong(change.Url ?? hook.Url, change.Kinds) is { } wrong)
            return (null, wrong);
        hook = hook with { Url = change.Url ?? hook.Url, Kinds = change.Kinds ?? hook.Kinds, Words = change.Words ?? hook.Words, Off = change.Off ?? hook.Off };
        session.Store(hook);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.WebhookChanged, id, from);
        await session.SaveChangesAsync(ct);
        return (hook.Line, null);
    }

    /// <summary>Gives it a new secret; for a day the old one signs beside it.</summary>
    public async Task<WebhookLine?> RotateAsync(Guid person, Guid id, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Webhook>(id, ct) is not { } hook)
            return null;
        hook = hook with { Secret = WebhookSignature.NewSecret(), Before = hook.Secret, BeforeUntil = clock.GetUtcNow() + BothHold };
        session.Store(hook);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.WebhookSecretChanged, id, from);
        await session.SaveChangesAsync(ct);
        return hook.Line with { Secret = hook.Secret };
    }

    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> RemoveAsync(Guid person, Guid id, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Webhook>(id, ct) is null)
            return false;
        session.Delete<Webhook>(id);
        session.DeleteWhere<Delivery>(delivery => delivery.Way == id);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.WebhookEnded, id, from);
        await session.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>What was sent lately and what waits, newest first; null when there is no such webhook.</summary>
    public async Task<IReadOnlyList<DeliveryLine>?> DeliveriesAsync(Guid person, Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        return await session.LoadAsync<Webhook>(id, ct) is null
            ? null
            : [.. (await session.Query<Delivery>().Where(one => one.Way == id).OrderByDescending(one => one.Made).Take(Shown).ToListAsync(ct)).Select(DeliveryLine.Of)];
    }

    /// <summary>Sends one once more, under the id it had.</summary>
    public async Task<Refusal?> ReplayAsync(Guid person, Guid id, Guid delivery, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Webhook>(id, ct) is null)
            return Unknown;
        if (await session.LoadAsync<Delivery>(delivery, ct) is not { } sent || sent.Way != id)
            return Refusal.Unknown("delivery.unknown", "There is no such delivery (any more).");
        session.Store(sent with { Due = clock.GetUtcNow().ToUnixTimeMilliseconds(), Tries = 0, State = DeliveryState.Waiting, Ended = null });
        await session.SaveChangesAsync(ct);
        return null;
    }

    private Refusal? Wrong(string url, IReadOnlyList<string>? kinds) =>
        !http.Takes(url) ? Refusal.Invalid("url.invalid", "url is an https address of the public network.")
        : kinds is not null && (kinds.Count == 0 || kinds.Any(kind => kind != Webhook.Notices && EventFamilies.Find(kind).Count == 0))
            ? Refusal.Invalid("kinds.unknown", $"kinds are stored event names, or of {string.Join(", ", EventFamilies.All)}, {Webhook.Notices}.")
        : null;
}

/// <param name="Kinds">Stored event names, families, or notices; every event when left out.</param>
/// <param name="Words">Whether the events themselves are sent; false when left out.</param>
public sealed record NewWebhook(string Url, IReadOnlyList<string>? Kinds = null, bool Words = false);

/// <param name="Off">True turns it off, false on again.</param>
public sealed record WebhookChange(string? Url = null, IReadOnlyList<string>? Kinds = null, bool? Words = null, bool? Off = null);

public sealed record WebhookList(IReadOnlyList<WebhookLine> Webhooks);

public sealed record DeliveryList(IReadOnlyList<DeliveryLine> Deliveries);
