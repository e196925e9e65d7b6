using Journal.Practices;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Reactions;
using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Feeds;

namespace Journal.Web.Pages.Notices;

/// <summary>What the journal told by itself, when it is to remind, and on which ways it may reach somebody.</summary>
internal static class NoticePages
{
    private const int Lines = 50;
    private const string RemindersAddress = "/settings/reminders";
    private const string ChannelsAddress = "/settings/channels";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/notices", ShowNotices);
        pages.MapPost("/notices/read", Read);
        pages.MapPage(RemindersAddress, ShowReminders);
        pages.MapPost("/settings/reminders/set", SetReminder);
        pages.MapPost("/settings/reminders/quiet", BeQuiet);
        pages.MapPost("/settings/reminders/snooze", Snooze);
        pages.MapPost("/settings/reminders/remove", RemoveReminder);
        pages.MapPage(ChannelsAddress, (http, signedIn, seen, ct) => ShowChannelsAsync(http, signedIn, seen, null, ct));
        var guarded = pages.MapGroup("").WithStepUp(ChannelsAddress);
        guarded.MapPost("/settings/channels/add", AddChannel);
        guarded.MapPost("/settings/channels/words", ChangeChannel);
        guarded.MapPost("/settings/feed", MakeFeed);
        pages.MapPost("/settings/channels/confirm", ConfirmChannel);
        pages.MapPost("/settings/channels/remove", RemoveChannel);
        pages.MapPost("/settings/feed/remove", RevokeFeed);
        pages.MapGet($"{StopLink.Lead}{{link}}", IResult () => Page.Of<StopPage>(null, ("Stopped", false)));
        pages.MapPost($"{StopLink.Lead}{{link}}", Stop);
    }

    private static async Task<IResult> ShowNotices(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var before = PageMark.TryParse(http.Request.Query["before"], null, out var mark) ? mark : (PageMark?)null;
        var lines = await http.RequestServices.GetRequiredService<Reactions.Notices>().ListAsync(signedIn.Person.Id, unread: false, before, Lines, ct);
        return Page.Of<NoticesPage>(seen, ("Lines", lines), ("Next", PageMark.After(lines, Lines, line => new(line.At, line.Id))));
    }

    private static Task<IResult> Read(HttpContext http, SignedIn? signedIn, Reactions.Notices notices, CancellationToken ct) => TakeAsync(http, signedIn, "read", "/notices", ShowNotices, async (mine, _) =>
    {
        await notices.ReadAsync(mine.Person.Id, null, ct);
        return null;
    }, ct);

    private static async Task<IResult> ShowReminders(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var context = await PageContext.ReadAsync(http, signedIn, ct);
        return Page.Of<RemindersPage>(
            seen, ("List", await http.RequestServices.GetRequiredService<Reminders>().ListAsync(signedIn.Person.Id, ct)), ("Zone", signedIn.Person.Zone),
            ("Practices", context.Facts.Of<PracticeFact>().Where(practice => practice.DroppedAt is null).ToList()));
    }

    private static Task<IResult> SetReminder(HttpContext http, SignedIn? signedIn, Reminders reminders, CancellationToken ct) => TakeAsync(http, signedIn, "reminder", RemindersAddress, ShowReminders, (mine, sent) =>
        reminders.SetAsync(mine.Person, Guid.TryParse(One(sent, "practice"), out var practice) ? practice : null, One(sent, "time"), sent.TryGetValue("days", out var days) ? days : null, ct), ct);

    private static Task<IResult> BeQuiet(HttpContext http, SignedIn? signedIn, Reminders reminders, CancellationToken ct) => TakeAsync(http, signedIn, "quiet", RemindersAddress, ShowReminders, (mine, sent) =>
        reminders.BeQuietAsync(mine.Person, Empty(One(sent, "from")), Empty(One(sent, "until")), ct), ct);

    private static Task<IResult> Snooze(HttpContext http, SignedIn? signedIn, Reminders reminders, CancellationToken ct) => TakeAsync(http, signedIn, "snooze", RemindersAddress, ShowReminders, (mine, sent) =>
        reminders.SnoozeAsync(mine.Person, Id(sent), int.TryParse(One(sent, "minutes"), out var minutes) ? minutes : 0, ct), ct);

    private static Task<IResult> RemoveReminder(HttpContext http, SignedIn? signedIn, Reminders reminders, CancellationToken ct) => TakeAsync(http, signedIn, "remove", RemindersAddress, ShowReminders, async (mine, sent) =>
        await reminders.RemoveAsync(mine.Person.Id, Id(sent), ct) ? null : Reminders.Unknown, ct);

    private static async Task<IResult> ShowChannelsAsync(HttpContext http, SignedIn signedIn, Seen seen, string? calendar, CancellationToken ct)
    {
        var services = http.RequestServices;
        return Page.Of<ChannelsPage>(
            seen, ("Channels", await services.GetRequiredService<ChannelRegistry>().ListAsync(signedIn.Person.Id, ct)), ("HasMail", services.GetRequiredService<ChannelSender>().HasMail),
            ("PushKey", (await services.GetRequiredService<Vapid>().KeyAsync(ct)).Public), ("Since", (await services.GetRequiredService<CalendarFeeds>().FindAsync(signedIn.Person.Id, ct))?.Made),
            ("Calendar", calendar is null ? null : $"{http.Request.Scheme}://{http.Request.Host}{calendar}"));
    }

    private static Task<IResult> ShowChannels(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct) => ShowChannelsAsync(http, signedIn, seen, null, ct);

    private static Task<IResult> AddChannel(HttpContext http, SignedIn? signedIn, ChannelRegistry channels, CancellationToken ct) => TakeAsync(http, signedIn, "channel", ChannelsAddress, ShowChannels, async (mine, sent) =>
    {
        var kind = Enum.TryParse<ChannelKind>(One(sent, "kind"), ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : ChannelKind.Email;
        return (await channels.AddAsync(mine.Person.Id, new(kind, One(sent, "address") ?? "", One(sent, "words") == "true", null, Empty(One(sent, "p256dh")), Empty(One(sent, "auth"))), AuditSource.Of(http), ct)).Refusal;
    }, ct);

    private static Task<IResult> ChangeChannel(HttpContext http, SignedIn? signedIn, ChannelRegistry channels, CancellationToken ct) => TakeAsync(http, signedIn, "words", ChannelsAddress, ShowChannels, (mine, sent) =>
        channels.ChangeAsync(mine.Person.Id, Id(sent), new(Flag(sent, "words"), null, Flag(sent, "off")), AuditSource.Of(http), ct), ct);

    private static Task<IResult> ConfirmChannel(HttpContext http, SignedIn? signedIn, ChannelRegistry channels, CancellationToken ct) => TakeAsync(http, signedIn, "confirm", ChannelsAddress, ShowChannels, (mine, sent) =>
        channels.ConfirmAsync(mine.Person.Id, Id(sent), One(sent, "code"), AuditSource.Of(http), ct), ct);

    private static Task<IResult> RemoveChannel(HttpContext http, SignedIn? signedIn, ChannelRegistry channels, CancellationToken ct) => TakeAsync(http, signedIn, "away", ChannelsAddress, ShowChannels, async (mine, sent) =>
        await channels.RemoveAsync(mine.Person.Id, Id(sent), AuditSource.Of(http), ct) ? null : ChannelRegistry.Unknown, ct);

    // The address is shown in this answer and nowhere else, so there is no going on to another page.
    private static async Task<IResult> MakeFeed(HttpContext http, SignedIn? signedIn, CalendarFeeds feeds, CancellationToken ct) =>
        signedIn is not { Scope: Scope.Manage } || await FormFields.ReadAsync(http.Request, ct) is not { } sent
            ? new SeeOther(ChannelsAddress)
            : await ShowChannelsAsync(http, signedIn, new(signedIn.Person, ChannelsAddress), await feeds.MakeAsync(signedIn.Person.Id, One(sent, "words") == "true", AuditSource.Of(http), ct), ct);

    private static Task<IResult> RevokeFeed(HttpContext http, SignedIn? signedIn, CalendarFeeds feeds, CancellationToken ct) => TakeAsync(http, signedIn, "feed", ChannelsAddress, ShowChannels, async (mine, _) =>
    {
        await feeds.RevokeAsync(mine.Person.Id, AuditSource.Of(http), ct);
        return null;
    }, ct);

    // Also by the programs of mailboxes, which send it for the person (RFC 8058) and are signed in nowhere.
    private static async Task<IResult> Stop(string link, HttpContext http, ChannelRegistry channels, CancellationToken ct)
    {
        if (await channels.StopAsync(link, AuditSource.Of(http), ct))
            return Page.Of<StopPage>(null, ("Stopped", true));
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Page.Of<StopPage>(null, ("Stopped", false));
    }

    private static async Task<IResult> TakeAsync(
        HttpContext http, SignedIn? signedIn, string form, string address, Func<HttpContext, SignedIn, Seen, CancellationToken, Task<IResult>> show,
        Func<SignedIn, IReadOnlyDictionary<string, string[]>, Task<Refusal?>> take, CancellationToken ct)
    {
        if (signedIn is not { Scope: Scope.Manage } || await FormFields.ReadAsync(http.Request, ct) is not { } sent)
            return new SeeOther(address);
        if (await take(signedIn, sent) is not { } refusal)
            return new SeeOther(address);
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return await show(http, signedIn, new(signedIn.Person, address) { Refused = new(One(sent, "form") ?? form, refusal, sent) }, ct);
    }

    private static string? One(IReadOnlyDictionary<string, string[]> sent, string name) => sent.TryGetValue(name, out var values) ? values[0].Trim() : null;

    private static string? Empty(string? text) => text is "" ? null : text;

    private static Guid Id(IReadOnlyDictionary<string, string[]> sent) => Guid.TryParse(One(sent, "id"), out var id) ? id : Guid.Empty;

    private static bool? Flag(IReadOnlyDictionary<string, string[]> sent, string name) => bool.TryParse(One(sent, name), out var flag) ? flag : null;
}
