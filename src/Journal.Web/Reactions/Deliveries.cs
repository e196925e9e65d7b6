using Journal.Recording;
using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Webhooks;
using Marten;
using Npgsql;

namespace Journal.Web.Reactions;

/// <summary>Sends what is to go out, and tries again what did not arrive.</summary>
internal sealed partial class Deliveries(
    IDocumentStore store, NpgsqlDataSource db, JournalServerOptions options, Notices notices, ChannelSender channels, WebhookSender webhooks, TimeProvider clock, ILogger<Deliveries> log)
{
    private const int AtOnce = 20;

    // Longer than one try may take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly DueTable<Delivery> due = new(store, db, options, Lease);

    /// <summary>Sends what has come, each to its receiver, and notes what became of it.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> SendAsync(CancellationToken ct)
    {
        var come = await due.TakeAsync(clock.GetUtcNow(), AtOnce, ct);
        await Task.WhenAll(come.Select(one => SendAsync(one.Document, ct)));
        return come.Count;
    }

    private async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        Sending sending;
        try
        {
            sending = delivery.Sort == DeliveryWay.Webhook ? await webhooks.SendAsync(delivery, ct) : await channels.SendAsync(delivery, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Not the exception's own words: they may hold an address.
            CannotSend(log, delivery.Id, failure.GetType().Name);
            sending = new(SendingResult.Failed, Trouble: "internal");
        }

        await using var session = store.LightweightSession(Author.TenantOf(delivery.Person));
        // Gone while it was sent: taken away by the person, or erased with them.
        if (await session.LoadAsync<Delivery>(delivery.Id, ct) is null)
            return;
        var after = delivery.After(sending, clock.GetUtcNow());
        if (sending.Result == SendingResult.Needless)
            session.Delete(delivery);
        else
            session.Store(after);
        if (after.State == DeliveryState.GivenUp && sending.Result != SendingResult.Needless)
            await StopAsync(session, after, ct);
        var past = clock.GetUtcNow() - Kept;
        session.DeleteWhere<Delivery>(old => old.Way == delivery.Way && old.Ended != null && old.Ended < past);
        await session.SaveChangesAsync(ct);
    }

    // What takes nothing for more than a day is turned off, and the person told; they turn it on again.
    private async Task StopAsync(IDocumentSession session, Delivery delivery, CancellationToken ct)
    {
        if (delivery.Sort == DeliveryWay.Webhook && await session.LoadAsync<Webhook>(delivery.Way, ct) is { Off: false } hook)
            session.Store(hook with { Off = true });
        else if (delivery.Sort == DeliveryWay.Channel && await session.LoadAsync<Channel>(delivery.Way, ct) is { Off: false } channel)
            session.Store(channel with { Off = true });
        else
            return;
        await notices.AddAsync(session, delivery.Person, NoticeKind.SendingStopped, delivery.Way, null, $"{delivery.Id:N} {delivery.Made.Ticks}", ct);
    }

    [LoggerMessage(LogLevel.Warning, "The delivery {Delivery} could not be sent and is tried again later: {Failure}.")]
    private static partial void CannotSend(ILogger log, Guid delivery, string failure);
}
