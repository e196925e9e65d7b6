using System.Text.Json.Serialization;

namespace Journal.Facts;

/// <summary>How facts stand in their table. What is not known is left out.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Fact))]
public sealed partial class FactsJson : JsonSerializerContext;
