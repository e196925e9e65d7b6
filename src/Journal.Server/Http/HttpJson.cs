using System.Text.Json.Serialization;
using Journal.Reports.Facts;
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
[JsonSerializable(typeof(FactPage<AimFact>))]
[JsonSerializable(typeof(FactPage<PracticeFact>))]
[JsonSerializable(typeof(FactPage<OutcomeFact>))]
[JsonSerializable(typeof(FactPage<BeliefFact>))]
[JsonSerializable(typeof(FactPage<EntryFact>))]
[JsonSerializable(typeof(FactPage<StateFact>))]
[JsonSerializable(typeof(FactPage<InterventionFact>))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(NewZone))]
[JsonSerializable(typeof(TokenList))]
[JsonSerializable(typeof(NewToken))]
[JsonSerializable(typeof(IssuedToken))]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HttpJson : JsonSerializerContext;
