using System.Text.Json.Serialization;
using Journal.Server.Credentials;
using Journal.Server.Health;
using Journal.Server.History;
using Journal.Server.People;
using Journal.Server.Recording;

namespace Journal.Server.Http;

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
