using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Feeds;
using Journal.Web.Reactions.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Reactions;

/// <summary>Notices and reminders, and what leads out of the journal. The latter takes a token that may let others in.</summary>
internal static class ReactionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Reactions");
        notices.MapGet("/", ListNotices).WithName("ListNotices").WithSummary("What the journal told by itself, newest first.");
        notices.MapPost("/read", ReadNotices).WithName("ReadNotices").WithSummary("Marks one as read, or all.").Accepts<ReadNotice>("application/json");
        var reminders = api.MapGroup("/reminders").WithTags("Reactions");
        reminders.MapGet("/", ListReminders).WithName("ListReminders").WithSummary("When the person is reminded, and their quiet hours.");
        reminders.MapPut("/", SetReminder).WithName("SetReminder").WithSummary("Sets the reminder of a practice, or, without one, of the weekly review.").Accepts<NewReminder>("application/json");
        reminders.MapPut("/quiet", BeQuiet).WithName("SetQuietHours").WithSummary("Sets the quiet hours; without both there are none.").Accepts<NewQuietHours>("application/json");
        reminders.MapPost("/{id:guid}/snooze", SnoozeReminder).WithName("SnoozeReminder").WithSummary("Reminds of today's once more, later.").Accepts<Snooze>("application/json");
        reminders.MapDelete("/{id:guid}", RemoveReminder).WithName("RemoveReminder").WithSummary("Takes it away.");
        MapChannels(api.MapGroup("/channels").WithTags("Reactions").WithMetadata(new ManagesTokens()));
        MapWebhooks(api.MapGroup("/webhooks").WithTags("Reactions").WithMetadata(new ManagesTokens()));
        var feed = api.MapGroup("/feed").WithTags("Reactions").WithMetadata(new ManagesTokens());
        feed.MapGet("/", GetFeed).WithName("GetFeed").WithSummary("Whether there is a calendar of what is due.");
        feed.MapPut("/", MakeFeed).WithStepUp().WithName("MakeFeed").WithSummary("Makes one. Its address is in this answer and nowhere else; the one before ends.").Accepts<NewFeed>("application/json");
        feed.MapDelete("/", RevokeFeed).WithName("RevokeFeed").WithSummary("Its address leads nowhere from here on.");
    }

    /// <summary>What is outside the API: the calendar, by its secret.</summary>
    public static void MapOpen(IEndpointRouteBuilder app) =>
        app.MapGet($"{CalendarFeeds.Lead}{{secret}}{CalendarFeeds.End}", ReadFeed).AllowAnonymous().ExcludeFromDescription();

    private static void MapChannels(RouteGroupBuilder channels)
    {
        channels.MapGet("/", ListChannels).WithName("ListChannels").WithSummary("On which ways notices go out, and the key that browsers take for push.");
        channels.MapPost("/", AddChannel).WithStepUp().WithName("AddChannel").WithSummary("Adds a way: e-mail, which is sent a code first, an address to post to, or a browser.").Accepts<NewChannel>("application/json");
        channels.MapPost("/{id:guid}/confirm", ConfirmChannel).WithName("ConfirmChannel").WithSummary("Shows by the code that the address is the person's.").Accepts<ChannelCode>("application/json");
        channels.MapPatch("/{id:guid}", ChangeChannel).WithStepUp().WithName("ChangeChannel").WithSummary("Changes what goes out on it; what is left out stays.").Accepts<ChannelChange>("application/json");
        channels.MapDelete("/{id:guid}", RemoveChannel).WithName("RemoveChannel").WithSummary("Takes it away.");
    }

    private static void MapWebhooks(RouteGroupBuilder hooks)
    {
        hooks.MapGet("/", ListWebhooks).WithName("ListWebhooks").WithSummary("The person's webhooks.");
        hooks.MapPost("/", AddWebhook).WithStepUp().WithName("AddWebhook").WithSummary("Adds one. Its secret is in this answer and nowhere else.").Accepts<NewWebhook>("application/json");
        hooks.MapPatch("/{id:guid}", ChangeWebhook).WithStepUp().WithName("ChangeWebhook").WithSummary("Changes it; what is left out stays.").Accepts<WebhookChange>("application/json");
        hooks.MapDelete("/{id:guid}", RemoveWebhook).WithName("RemoveWebhook").WithSummary("Takes it away, and what waits for it.");
        hooks.MapPost("/{id:guid}/secret", RotateSecret).WithStepUp().WithName("RotateWebhookSecret").WithSummary("Gives it a new secret; for 24 hours the old one signs too.");
        hooks.MapGet("/{id:guid}/deliveries", ListDeliveries).WithName("ListDeliveries").WithSummary("The last hundred deliveries, newest first, with what became of them.");
        hooks.MapPost("/{id:guid}/deliveries/{delivery:guid}/replay", ReplayDelivery).WithName("ReplayDelivery").WithSummary("Sends one once more, under the same webhook-id.");
    }

    private static async Task<Results<Ok<NoticeList>, ProblemHttpResult>> ListNotices(string? limit, bool? unread, PageMark? before, SignedIn signedIn, Notices notices, JournalServerOptions options, CancellationToken ct)
    {
        if (PageLimit.Read(limit, options) is not { } most)
            return Problems.Of(PageLimit.Refusal(options));
        var found = await notices.ListAsync(signedIn.Person.Id, unread ?? false, before, most, ct);
        return TypedResults.Ok(new NoticeList(found, await notices.UnreadAsync(signedIn.Person.Id, ct), PageMark.After(found, most, line => new(line.At, line.Id))?.ToString()));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReadNotices(HttpContext context, SignedIn signedIn, Notices notices, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.ReadNotice);
        return sent is null ? problem!
            : await notices.ReadAsync(signedIn.Person.Id, sent.Notice, ct) ? TypedResults.NoContent()
            : Problems.Of(Notices.Unknown);
    }

    private static async Task<Ok<ReminderList>> ListReminders(SignedIn signedIn, Reminders reminders, CancellationToken ct) => TypedResults.Ok(await reminders.ListAsync(signedIn.Person.Id, ct));

    private static async Task<Results<Ok<ReminderList>, ProblemHttpResult>> SetReminder(HttpContext context, SignedIn signedIn, Reminders reminders, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.NewReminder);
        return sent is null ? problem!
            : await reminders.SetAsync(signedIn.Person, sent.PracticeId, sent.Time, sent.Days, ct) is { } refusal ? Problems.Of(refusal)
            : TypedResults.Ok(await reminders.ListAsync(signedIn.Person.Id, ct));
    }

    private static async Task<Results<Ok<ReminderList>, ProblemHttpResult>> BeQuiet(HttpContext context, SignedIn signedIn, Reminders reminders, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.NewQuietHours);
        return sent is null ? problem!
            : await reminders.BeQuietAsync(signedIn.Person, sent.From, sent.Until, ct) is { } refusal ? Problems.Of(refusal)
            : TypedResults.Ok(await reminders.ListAsync(signedIn.Person.Id, ct));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SnoozeReminder(Guid id, HttpContext context, SignedIn signedIn, Reminders reminders, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.Snooze);
        return sent is null ? problem! : Done(await reminders.SnoozeAsync(signedIn.Person, id, sent.Minutes, ct));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveReminder(Guid id, SignedIn signedIn, Reminders reminders, CancellationToken ct) =>
        Done(await reminders.RemoveAsync(signedIn.Person.Id, id, ct) ? null : Reminders.Unknown);

    private static async Task<Ok<ChannelList>> ListChannels(SignedIn signedIn, ChannelRegistry channels, Vapid vapid, CancellationToken ct) =>
        TypedResults.Ok(new ChannelList(await channels.ListAsync(signedIn.Person.Id, ct), (await vapid.KeyAsync(ct)).Public));

    private static async Task<Results<Created<ChannelLine>, ProblemHttpResult>> AddChannel(HttpContext context, SignedIn signedIn, ChannelRegistry channels, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.NewChannel);
        if (sent is null)
            return problem!;
        var (channel, refusal) = await channels.AddAsync(signedIn.Person.Id, sent, AuditSource.Of(context), ct);
        return channel is null ? Problems.Of(refusal!) : TypedResults.Created($"/api/v1/channels/{channel.Id}", channel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmChannel(Guid id, HttpContext context, SignedIn signedIn, ChannelRegistry channels, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.ChannelCode);
        return sent is null ? problem! : Done(await channels.ConfirmAsync(signedIn.Person.Id, id, sent.Code, AuditSource.Of(context), ct));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeChannel(Guid id, HttpContext context, SignedIn signedIn, ChannelRegistry channels, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.ChannelChange);
        return sent is null ? problem! : Done(await channels.ChangeAsync(signedIn.Person.Id, id, sent, AuditSource.Of(context), ct));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveChannel(Guid id, HttpContext context, SignedIn signedIn, ChannelRegistry channels, CancellationToken ct) =>
        Done(await channels.RemoveAsync(signedIn.Person.Id, id, AuditSource.Of(context), ct) ? null : ChannelRegistry.Unknown);

    private static async Task<Ok<WebhookList>> ListWebhooks(SignedIn signedIn, WebhookRegistry hooks, CancellationToken ct) => TypedResults.Ok(new WebhookList(await hooks.ListAsync(signedIn.Person.Id, ct)));

    private static async Task<Results<Created<WebhookLine>, ProblemHttpResult>> AddWebhook(HttpContext context, SignedIn signedIn, WebhookRegistry hooks, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.NewWebhook);
        if (sent is null)
            return problem!;
        var (hook, refusal) = await hooks.AddAsync(signedIn.Person.Id, sent, AuditSource.Of(context), ct);
        return hook is null ? Problems.Of(refusal!) : TypedResults.Created($"/api/v1/webhooks/{hook.Id}", hook);
    }

    private static async Task<Results<Ok<WebhookLine>, ProblemHttpResult>> ChangeWebhook(Guid id, HttpContext context, SignedIn signedIn, WebhookRegistry hooks, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.WebhookChange);
        if (sent is null)
            return problem!;
        var (hook, refusal) = await hooks.ChangeAsync(signedIn.Person.Id, id, sent, AuditSource.Of(context), ct);
        return hook is null ? Problems.Of(refusal!) : TypedResults.Ok(hook);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveWebhook(Guid id, HttpContext context, SignedIn signedIn, WebhookRegistry hooks, CancellationToken ct) =>
        Done(await hooks.RemoveAsync(signedIn.Person.Id, id, AuditSource.Of(context), ct) ? null : WebhookRegistry.Unknown);

    private static async Task<Results<Ok<WebhookLine>, ProblemHttpResult>> RotateSecret(Guid id, HttpContext context, SignedIn signedIn, WebhookRegistry hooks, CancellationToken ct) =>
        await hooks.RotateAsync(signedIn.Person.Id, id, AuditSource.Of(context), ct) is { } hook ? TypedResults.Ok(hook) : Problems.Of(WebhookRegistry.Unknown);

    private static async Task<Results<Ok<DeliveryList>, ProblemHttpResult>> ListDeliveries(Guid id, SignedIn signedIn, WebhookRegistry hooks, CancellationToken ct) =>
        await hooks.DeliveriesAsync(signedIn.Person.Id, id, ct) is { } found ? TypedResults.Ok(new DeliveryList(found)) : Problems.Of(WebhookRegistry.Unknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplayDelivery(Guid id, Guid delivery, SignedIn signedIn, WebhookRegistry hooks, CancellationToken ct) =>
        Done(await hooks.ReplayAsync(signedIn.Person.Id, id, delivery, ct));

    private static async Task<Ok<FeedAnswer>> GetFeed(SignedIn signedIn, CalendarFeeds feeds, CancellationToken ct) =>
        TypedResults.Ok(await feeds.FindAsync(signedIn.Person.Id, ct) is { } feed ? new FeedAnswer(feed.Made, feed.Words, null) : new FeedAnswer(null, Words: false, null));

    private static async Task<Results<Ok<FeedAnswer>, ProblemHttpResult>> MakeFeed(HttpContext context, SignedIn signedIn, CalendarFeeds feeds, TimeProvider clock, CancellationToken ct)
    {
        var (sent, problem) = await JsonBody.ReadAsync(context, ReactionsJson.Default.NewFeed);
        return sent is null ? problem! : TypedResults.Ok(new FeedAnswer(clock.GetUtcNow(), sent.Words, await feeds.MakeAsync(signedIn.Person.Id, sent.Words, AuditSource.Of(context), ct)));
    }

    private static async Task<NoContent> RevokeFeed(HttpContext context, SignedIn signedIn, CalendarFeeds feeds, CancellationToken ct)
    {
        await feeds.RevokeAsync(signedIn.Person.Id, AuditSource.Of(context), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadFeed(string secret, CalendarFeeds feeds, CancellationToken ct) =>
        await feeds.ReadAsync(secret, ct) is { } calendar ? TypedResults.Content(calendar, "text/calendar; charset=utf-8") : Problems.OfStatus(StatusCodes.Status404NotFound);

    private static Results<NoContent, ProblemHttpResult> Done(Journal.Recording.Refusal? refusal) => refusal is null ? TypedResults.NoContent() : Problems.Of(refusal);
}

/// <param name="Unread">How many there are that were not read.</param>
/// <param name="Next">Where the next page begins, for <c>before</c>; null when this is the last.</param>
internal sealed record NoticeList(IReadOnlyList<NoticeLine> Notices, int Unread, string? Next);

/// <param name="Notice">Which; all when left out.</param>
internal sealed record ReadNotice(Guid? Notice = null);

/// <param name="PracticeId">Of which practice; the weekly review when left out.</param>
/// <param name="Time">As in 07:30, on the clock where the person lives.</param>
/// <param name="Days">mon to sun; every day of a practice, Sunday of the review, when left out.</param>
internal sealed record NewReminder(string Time, Guid? PracticeId = null, IReadOnlyList<string>? Days = null);

/// <param name="From">As in 22:00.</param>
/// <param name="Until">As in 07:00.</param>
internal sealed record NewQuietHours(string? From = null, string? Until = null);

/// <param name="Minutes">1 to 1440; 30 when left out.</param>
internal sealed record Snooze(int Minutes = 30);

/// <param name="Words">Whether it says what things are called; false when left out.</param>
internal sealed record NewFeed(bool Words = false);

/// <param name="Since">When it was made; null when there is none.</param>
/// <param name="Address">Only in the answer that makes it.</param>
internal sealed record FeedAnswer(DateTimeOffset? Since, bool Words, string? Address);
