using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Cli.Operating;

/// <summary>The JSON documents that these verbs print: camelCase, like the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(RebuildAnswer))]
[JsonSerializable(typeof(ProjectionsAnswer))]
[JsonSerializable(typeof(ReplayedAnswer))]
[JsonSerializable(typeof(ServeAnswer))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(TokensAnswer))]
[JsonSerializable(typeof(LinkAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
[JsonSerializable(typeof(AuditAnswer))]
[JsonSerializable(typeof(ErasureAnswer))]
[JsonSerializable(typeof(ErasedAnswer))]
[JsonSerializable(typeof(SharesAnswer))]
[JsonSerializable(typeof(CommentsAnswer))]
[JsonSerializable(typeof(KeysAnswer))]
internal sealed partial class OperatingJson : JsonSerializerContext;
