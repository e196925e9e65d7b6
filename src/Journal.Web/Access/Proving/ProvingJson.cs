using System.Text.Json.Serialization;

namespace Journal.Web.Access.Proving;

/// <summary>What browsers send and are sent about passkeys.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PasskeyRequest))]
[JsonSerializable(typeof(PasskeyAnswer))]
internal sealed partial class ProvingJson : JsonSerializerContext;
