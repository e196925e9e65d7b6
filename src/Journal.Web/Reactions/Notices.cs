using Journal.Facts;
using Journal.Recording;
using Journal.Web.Http;
using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Webhooks;
using Marten;

namespace Journal.Web.Reactions;

/// <summary>What a person is told without having asked: in the journal at once, and on the ways they chose.</summary>
public sealed class Notices(IDocumentStore store, FactsReader facts, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    internal static Refusal Unknown { get; } = Refusal.Unknown("notice.unknown", "There is no such notice.");

    /// <summary>Tells it, once: whoever finds the same again tells nothing.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="kind">What.</param>
    /// <param name="subject">About what; null for nothing in particular.</param>
    /// <param name="day">The day it speaks of.</param>
    /// <param name="key">What tells it from others about the same subject.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(Guid person, NoticeKind kind, Guid? subject, DateOnly? day, string key, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        await AddAsync(session, person, kind, subject, day, key, ct);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>The person's notices, newest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="unread">Only those that were not read.</param>
    /// <param name="before">Only those behind this mark; null for the newest.</param>
    /// <param name="limit">At most as many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<NoticeLine>> ListAsync(Guid person, bool unread, PageMark? before, int limit, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        var query = session.Query<NoticeRecord>().Where(notice => notice.Person == person);
        if (unread)
            query = query.Where(notice => notice.Read == null);
        var found = await query.Behind(before).OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(limit).ToListAsync(ct);
        if (found.Count == 0)
            return [];
        var named = (await facts.ReadAsync(person, knownAt: null, ct)).Find(found.Select(notice => notice.Subject).OfType<Guid>().ToHashSet());
        return [.. found.Select(notice => Line(notice, notice.Subject is { } id ? named.GetValueOrDefault(id)?.Heading : null))];
    }

    /// <summary>How many the person has not read.</summary>
    public async Task<int> UnreadAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        return await session.Query<NoticeRecord>().CountAsync(notice => notice.Person == person && notice.Read == null, ct);
    }

    /// <summary>Marks notices as read.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">One of them; null for all.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> ReadAsync(Guid person, Guid? id, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        var unread = await session.Query<NoticeRecord>().Where(notice => notice.Person == person && notice.Read == null).ToListAsync(ct);
        if (id is { } one && unread.All(notice => notice.Id != one) && await session.LoadAsync<NoticeRecord>(one, ct) is null)
            return false;
        foreach (var notice in unread.Where(notice => id is null || notice.Id == id))
            session.Store(notice with { Read = clock.GetUtcNow() });
        await session.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Puts a notice, and what goes out because of it, into what a session of the person's is about to store.</summary>
    internal async Task AddAsync(IDocumentSession session, Guid person, NoticeKind kind, Guid? subject, DateOnly? day, string key, CancellationToken ct)
    {
        var (id, now) = (NoticeRecord.IdOf(person, kind, subject, key), clock.GetUtcNow());
        if (await session.LoadAsync<NoticeRecord>(id, ct) is not null)
            return;
        // Of whoever is erased nothing is written again.
        if (await session.LoadAsync<Access.Person>(person, ct) is not { } whom)
            return;
        // Inserted, not stored: of two nodes that find the same at once, one fails as a whole and finds it told when it looks again.
        session.Insert(new NoticeRecord(id, person, kind, subject, day, now, null));
        var past = now - Kept;
        session.DeleteWhere<NoticeRecord>(old => old.Person == person && old.At < past);
        var quiet = await session.LoadAsync<QuietHours>(person, ct);
        var outward = quiet?.After(now, whom.As("reaction").Zone) ?? now;
        foreach (var channel in await session.Query<Channel>().ToListAsync(ct))
        {
            if (channel.Takes(kind))
                session.Store(Delivery.OfNotice(person, channel.Id, DeliveryWay.Channel, id, outward, now));
        }

        foreach (var hook in await session.Query<Webhook>().ToListAsync(ct))
        {
            if (hook.TakesNotices)
                session.Store(Delivery.OfNotice(person, hook.Id, DeliveryWay.Webhook, id, now, now));
        }
    }

    internal static NoticeLine Line(NoticeRecord notice, string? title) =>
        new(notice.Id, notice.Kind, notice.Subject, notice.Day, notice.At, notice.Read is not null, title, NoticeWords.Of(notice.Kind, title, notice.Day), NoticeWords.Address(notice.Kind, notice.Subject));
}
