using System.Text.Json.Serialization;
using Journal.Recording;
using Journal.Web.Reactions.Channels;
using Journal.Web.Reactions.Webhooks;

namespace Journal.Web.Reactions;

/// <summary>The bodies about what the journal tells by itself.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(NoticeList))]
[JsonSerializable(typeof(ReadNotice))]
[JsonSerializable(typeof(ReminderList))]
[JsonSerializable(typeof(NewReminder))]
[JsonSerializable(typeof(NewQuietHours))]
[JsonSerializable(typeof(Snooze))]
[JsonSerializable(typeof(ChannelList))]
[JsonSerializable(typeof(NewChannel))]
[JsonSerializable(typeof(ChannelChange))]
[JsonSerializable(typeof(ChannelCode))]
[JsonSerializable(typeof(WebhookList))]
[JsonSerializable(typeof(NewWebhook))]
[JsonSerializable(typeof(WebhookChange))]
[JsonSerializable(typeof(DeliveryList))]
[JsonSerializable(typeof(NewFeed))]
[JsonSerializable(typeof(FeedAnswer))]
internal sealed partial class ReactionsJson : JsonSerializerContext;
