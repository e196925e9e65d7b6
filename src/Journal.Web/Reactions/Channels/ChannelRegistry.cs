using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Journal.Recording;
using Journal.Web.Access;
using Marten;
using MimeKit;

namespace Journal.Web.Reactions.Channels;

/// <summary>A person's ways out of the journal.</summary>
internal sealed class ChannelRegistry(IDocumentStore store, OutwardHttp http, ChannelSender sender, TimeProvider clock)
{
    private const int Most = 10;
    private const int MostGuesses = 5;
    private const int LongestKey = 200;
    private static readonly TimeSpan CodeHolds = TimeSpan.FromHours(1);

    public static Refusal Unknown { get; } = Refusal.Unknown("channel.unknown", "There is no such channel.");

    public async Task<IReadOnlyList<ChannelLine>> ListAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(person));
        return [.. (await session.Query<Channel>().ToListAsync(ct)).OrderBy(one => one.Asked).Select(one => one.Line)];
    }

    /// <summary>Adds a way. An e-mail address gets a code first, which shows that it is theirs; nothing else is sent there before.</summary>
    /// <returns>The way, or why there is none: <c>address.invalid</c>, <c>keys.invalid</c>, <c>channels.count</c>, <c>mail.off</c>, <c>mail.failed</c>.</returns>
    public async Task<(ChannelLine? Channel, Refusal? Refusal)> AddAsync(Guid person, NewChannel wanted, AuditSource from, CancellationToken ct)
    {
        if (Wrong(wanted) is { } wrong)
            return (null, wrong);
        await using var session = store.LightweightSession(Author.TenantOf(person));
        var known = await session.Query<Channel>().ToListAsync(ct);
        var same = known.FirstOrDefault(one => one.Kind == wanted.Kind && one.Address == wanted.Address);
        if (same is null && known.Count >= Most)
            return (null, Refusal.Conflict("channels.count", $"There are {Most} already; take one away first."));
        var code = wanted.Kind == ChannelKind.Email ? RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture) : null;
        if (same is { Code: null, Off: false })
            return (same.Line, null);
        // One that was asked for a moment ago is not asked again: a form that is sent on and on must not fill somebody's mailbox.
        if (same is { Code: not null } && clock.GetUtcNow() - same.Asked < TimeSpan.FromMinutes(1))
            return (same.Line, null);
        var channel = new Channel(
            same?.Id ?? Guid.CreateVersion7(clock.GetUtcNow()), person, wanted.Kind, wanted.Address, wanted is { P256dh: { } key, Auth: { } auth } ? new(key, auth) : null, wanted.Words, wanted.Kinds,
            code is null ? null : Hash(code), 0, clock.GetUtcNow(), Off: false, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        if (code is not null && await sender.SendCodeAsync(channel, code, ct) is { Result: not SendingResult.Arrived })
            return (null, Refusal.Conflict("mail.failed", "The code could not be sent. Look at the address, and try again in a while."));
        session.Store(channel);
        AuditTrail.Note(session, channel.Asked, person, AuditAct.ChannelAdded, channel.Id, from);
        await session.SaveChangesAsync(ct);
        return (channel.Line, null);
    }

    /// <summary>Shows, by the code that was sent there, that an address is theirs.</summary>
    /// <returns>Why not: <c>channel.unknown</c>, <c>code.invalid</c>.</returns>
    public async Task<Refusal?> ConfirmAsync(Guid person, Guid id, string? code, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Channel>(id, ct) is not { } channel)
            return Unknown;
        if (channel.Code is not { } hash)
            return null;
        var isRight = channel.Guesses < MostGuesses && clock.GetUtcNow() - channel.Asked <= CodeHolds && CryptographicOperations.FixedTimeEquals(Hash(code?.Trim() ?? ""), hash);
        session.Store(isRight ? channel with { Code = null } : channel with { Guesses = channel.Guesses + 1 });
        if (isRight)
            AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.ChannelChanged, id, from);
        await session.SaveChangesAsync(ct);
        return isRight ? null : Refusal.Invalid("code.invalid", "This code is wrong, too old, or was tried too often. Adding the address again sends another.");
    }

    /// <summary>Changes what goes out on a way; what is left out stays.</summary>
    /// <returns>Why not: <c>channel.unknown</c>.</returns>
    public async Task<Refusal?> ChangeAsync(Guid person, Guid id, ChannelChange change, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Channel>(id, ct) is not { } channel)
            return Unknown;
        session.Store(channel with { Words = change.Words ?? channel.Words, Kinds = change.Kinds ?? channel.Kinds, Off = change.Off ?? channel.Off });
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.ChannelChanged, id, from);
        await session.SaveChangesAsync(ct);
        return null;
    }

    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> RemoveAsync(Guid person, Guid id, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Channel>(id, ct) is null)
            return false;
        session.Delete<Channel>(id);
        session.DeleteWhere<Delivery>(delivery => delivery.Way == id);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.ChannelEnded, id, from);
        await session.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Turns a way off for whoever has the link that came with what arrived there.</summary>
    /// <returns>False for a link that is none.</returns>
    public async Task<bool> StopAsync(string? link, AuditSource from, CancellationToken ct)
    {
        if (StopLink.Read(link) is not (var person, var id, var secret))
            return false;
        await using var session = store.LightweightSession(Author.TenantOf(person));
        if (await session.LoadAsync<Channel>(id, ct) is not { } channel || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(channel.Stop), Encoding.ASCII.GetBytes(secret)))
            return false;
        if (channel.Off)
            return true;
        session.Store(channel with { Off = true });
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.ChannelEnded, id, from);
        await session.SaveChangesAsync(ct);
        return true;
    }

    private Refusal? Wrong(NewChannel wanted) => wanted.Kind switch
    {
        ChannelKind.Email when !sender.HasMail => Refusal.Conflict("mail.off", "This server sends no e-mail. Its operator says by which server it may (--smtp)."),
        ChannelKind.Email when wanted.Address.Length > 254 || wanted.Address.Any(char.IsControl) || !MailboxAddress.TryParse(wanted.Address, out var mailbox) || mailbox.Address != wanted.Address || !wanted.Address.Contains('@', StringComparison.Ordinal)
            => Refusal.Invalid("address.invalid", "address is an e-mail address, such as me@example.org."),
        ChannelKind.Post or ChannelKind.Push when !http.Takes(wanted.Address) => Refusal.Invalid("address.invalid", "address is an https address of the public network."),
        ChannelKind.Push when wanted is not { P256dh.Length: > 0 and <= LongestKey, Auth.Length: > 0 and <= LongestKey } => Refusal.Invalid("keys.invalid", "p256dh and auth are what the browser gave."),
        _ => null,
    };

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

/// <summary>The end of the address that turns a channel off.</summary>
internal static class StopLink
{
    public const string Lead = "/stop/";

    public static string Of(Channel channel) => $"{Lead}{channel.Person:N}.{channel.Id:N}.{channel.Stop}";

    public static (Guid Person, Guid Channel, string Secret)? Read(string? link) =>
        link is { Length: < 200 } && link.Split('.') is [var person, var channel, var secret] && Guid.TryParseExact(person, "N", out var whose) && Guid.TryParseExact(channel, "N", out var which) ? (whose, which, secret) : null;
}

/// <param name="Address">me@example.org; the address to post to; or the browser's endpoint.</param>
/// <param name="Words">Whether what goes out may hold what was written; false when left out.</param>
/// <param name="Kinds">Which notices; all when left out.</param>
/// <param name="P256dh">Of a browser: its public key.</param>
/// <param name="Auth">Of a browser: its secret.</param>
internal sealed record NewChannel(ChannelKind Kind, string Address, bool Words = false, IReadOnlyList<NoticeKind>? Kinds = null, string? P256dh = null, string? Auth = null);

/// <param name="Words">Whether what goes out may hold what was written.</param>
/// <param name="Kinds">Which notices.</param>
/// <param name="Off">True turns it off, false on again.</param>
internal sealed record ChannelChange(bool? Words = null, IReadOnlyList<NoticeKind>? Kinds = null, bool? Off = null);

/// <param name="Code">As it came by e-mail.</param>
internal sealed record ChannelCode(string Code);

internal sealed record ChannelList(IReadOnlyList<ChannelLine> Channels, string? PushKey);
