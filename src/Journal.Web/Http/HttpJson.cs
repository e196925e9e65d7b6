using System.Text.Json.Serialization;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.History;
using Journal.Web.Operations;

namespace Journal.Web.Http;

/// <summary>What the API answers with, and the bodies that are no commands.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(EnumWords)])]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(SubjectAnswer))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(NewZone))]
[JsonSerializable(typeof(TokenList))]
[JsonSerializable(typeof(NewToken))]
[JsonSerializable(typeof(IssuedToken))]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HttpJson : JsonSerializerContext;
