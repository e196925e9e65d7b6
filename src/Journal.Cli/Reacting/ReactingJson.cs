using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Recording;
using Journal.Web.Http;
using Journal.Web.Reactions;
using Journal.Web.Reactions.Webhooks;

namespace Journal.Cli.Reacting;

/// <summary>The JSON documents that these verbs print: camelCase, like the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(NoticesAnswer))]
[JsonSerializable(typeof(ReminderList))]
[JsonSerializable(typeof(EventView))]
[JsonSerializable(typeof(WebhookList))]
[JsonSerializable(typeof(WebhookLine))]
[JsonSerializable(typeof(DeliveryList))]
internal sealed partial class ReactingJson : JsonSerializerContext;
