using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Web.Sharing;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(NewGrant))]
[JsonSerializable(typeof(NewComment))]
internal sealed partial class SharingJson : JsonSerializerContext;
