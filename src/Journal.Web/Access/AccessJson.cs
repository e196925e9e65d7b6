using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Web.Access;

/// <summary>The bodies about people and their tokens.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(NewZone))]
[JsonSerializable(typeof(TokenList))]
[JsonSerializable(typeof(NewToken))]
[JsonSerializable(typeof(IssuedToken))]
internal sealed partial class AccessJson : JsonSerializerContext;
