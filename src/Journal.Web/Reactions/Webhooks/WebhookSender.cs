using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Http;
using Marten;

namespace Journal.Web.Reactions.Webhooks;

/// <summary>Sends one delivery to its webhook.</summary>
internal sealed class WebhookSender(IDocumentStore store, PersonEvents events, FactsReader facts, OutwardHttp http, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public async Task<Sending> SendAsync(Delivery delivery, CancellationToken ct)
    {
        var tenant = Author.TenantOf(delivery.Person);
        await using var session = store.QuerySession(tenant);
        if (await session.LoadAsync<Webhook>(delivery.Way, ct) is not { Off: false } hook)
            return new(SendingResult.Needless);
        if (!http.Takes(hook.Url))
            return new(SendingResult.Failed, Trouble: "address.private");
        var body = delivery.IsNotice ? await NoticeAsync(session, hook, delivery, ct) : Event(hook, await events.FindAsync(tenant, delivery.About, ct));
        if (body is null)
            return new(SendingResult.Needless);
        var (id, now, text) = (delivery.Id.ToString("D"), clock.GetUtcNow(), body.ToJsonString(Web));
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(text, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(hook.Secrets(now), id, now, text));
        return await http.SendAsync(request, ct);
    }

    private static JsonObject? Event(Webhook hook, RecordedEvent? e)
    {
        if (e is null)
            return null;
        var view = JsonSerializer.SerializeToNode(EventView.Of(e), Web)!.AsObject();
        if (!hook.Words)
        {
            view.Remove("data");
        }

        return new() { ["type"] = e.Type, ["timestamp"] = e.RecordedAt.ToString("O", CultureInfo.InvariantCulture), ["data"] = view };
    }

    private async Task<JsonObject?> NoticeAsync(IQuerySession session, Webhook hook, Delivery delivery, CancellationToken ct)
    {
        if (await session.LoadAsync<NoticeRecord>(delivery.About, ct) is not { } notice)
            return null;
        var title = hook.Words && notice.Subject is { } subject ? (await facts.ReadAsync(delivery.Person, knownAt: null, ct)).Find(new HashSet<Guid> { subject }).GetValueOrDefault(subject)?.Heading : null;
        var said = new JsonObject { ["id"] = notice.Id, ["subject"] = notice.Subject, ["day"] = notice.Day?.ToString("O", CultureInfo.InvariantCulture), ["text"] = NoticeWords.Of(notice.Kind, title, notice.Day) };
        return new() { ["type"] = $"notice.{JsonNamingPolicy.CamelCase.ConvertName(notice.Kind.ToString())}", ["timestamp"] = notice.At.ToString("O", CultureInfo.InvariantCulture), ["data"] = said };
    }
}
