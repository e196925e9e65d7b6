using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Lib.Net.Http.WebPush;
using Marten;
using MimeKit;

namespace Journal.Web.Reactions.Channels;

/// <summary>Sends a notice on one of a person's ways.</summary>
internal sealed class ChannelSender(IDocumentStore store, FactsReader facts, OutwardHttp http, Vapid vapid, ServerAddresses addresses, JournalServerOptions options)
{
    // What is a reminder is of no use tomorrow.
    private const int PushHoldsSeconds = 12 * 60 * 60;

    private readonly MailServer? mail = options.Smtp is { } address ? MailServer.Parse(address) : null;

    public bool HasMail => mail is not null;

    public async Task<Sending> SendAsync(Delivery delivery, CancellationToken ct)
    {
        await using var session = store.QuerySession(Author.TenantOf(delivery.Person));
        if (await session.LoadAsync<Channel>(delivery.Way, ct) is not { } channel || await session.LoadAsync<NoticeRecord>(delivery.About, ct) is not { } notice || !channel.Takes(notice.Kind))
            return new(SendingResult.Needless);
        var title = channel.Words && notice.Subject is { } subject
            ? (await facts.ReadAsync(delivery.Person, knownAt: null, ct)).Find(new HashSet<Guid> { subject }).GetValueOrDefault(subject)?.Heading
            : null;
        var (text, server) = (NoticeWords.Of(notice.Kind, title, channel.Words ? notice.Day : null), await ServerAsync(ct));
        var page = server is null ? null : new Uri(server, channel.Words ? NoticeWords.Address(notice.Kind, notice.Subject) : "/notices");
        return channel.Kind switch
        {
            ChannelKind.Email when mail is null => new(SendingResult.Failed, Trouble: "mail.off"),
            ChannelKind.Email => await mail.SendAsync(Message(channel, delivery, text, page, server), ct),
            ChannelKind.Post => await PostAsync(channel, delivery, text, page, ct),
            _ => await PushAsync(channel, text, page, server, ct),
        };
    }

    /// <summary>Sends the code by which somebody shows that an address is theirs.</summary>
    public Task<Sending> SendCodeAsync(Channel channel, string code, CancellationToken ct)
    {
        var message = new MimeMessage { Subject = "Your journal's code", Body = new TextPart("plain") { Text = $"{code}\n\nSomebody, you it is hoped, asked that a journal sends to this address. If it was you, give it this code within an hour.\nIf not, do nothing: nothing more is sent here.\n" } };
        message.To.Add(MailboxAddress.Parse(channel.Address));
        return mail!.SendAsync(message, ct);
    }

    private static MimeMessage Message(Channel channel, Delivery delivery, string text, Uri? page, Uri? server)
    {
        var stop = server is null ? null : new Uri(server, StopLink.Of(channel));
        var lines = new[] { text, page is null ? null : $"\n{page}", stop is null ? null : $"\nTo hear nothing more here: {stop}" };
        // The same at every try: where a server took it and its answer was lost, the second is known for the first.
        var message = new MimeMessage { Subject = "From your journal", MessageId = $"{delivery.Id:N}@journal", Body = new TextPart("plain") { Text = string.Join('\n', lines.OfType<string>()) + "\n" } };
        message.To.Add(MailboxAddress.Parse(channel.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (stop is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }

    private async Task<Sending> PostAsync(Channel channel, Delivery delivery, string text, Uri? page, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, channel.Address) { Content = new StringContent(text, Encoding.UTF8, MediaTypeHeaderValue.Parse("text/plain; charset=utf-8")) };
        request.Headers.Add("Title", "Journal");
        request.Headers.Add("Journal-Id", delivery.Id.ToString("D"));
        if (page is not null)
            request.Headers.Add("Click", page.ToString());
        return await http.SendAsync(request, ct);
    }

    private async Task<Sending> PushAsync(Channel channel, string text, Uri? page, Uri? server, CancellationToken ct)
    {
        var to = new PushSubscription { Endpoint = channel.Address };
        to.SetKey(PushEncryptionKeyName.P256DH, channel.Keys!.P256dh);
        to.SetKey(PushEncryptionKeyName.Auth, channel.Keys.Auth);
        var message = new PushMessage(JsonSerializer.Serialize(new { text, address = page?.PathAndQuery ?? "/notices" })) { TimeToLive = PushHoldsSeconds };
        try
        {
            using var authentication = await vapid.AuthenticationAsync(server, ct);
            await new PushServiceClient(http.Client) { AutoRetryAfter = false }.RequestPushMessageDeliveryAsync(to, message, authentication, ct);
            return new(SendingResult.Arrived, (int)HttpStatusCode.Created);
        }
        catch (PushServiceClientException refused)
        {
            return new(refused.StatusCode is HttpStatusCode.Gone or HttpStatusCode.NotFound ? SendingResult.Gone : SendingResult.Failed, (int)refused.StatusCode, "refused");
        }
        catch (HttpRequestException)
        {
            return new(SendingResult.Failed, Trouble: "unreachable");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(SendingResult.Failed, Trouble: "timeout");
        }
    }

    private async Task<Uri?> ServerAsync(CancellationToken ct) => options.PublicAddress is { } given ? new Uri(given) : await addresses.FindAsync(ct);
}
