using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Journal.Recording;

/// <summary>Commands as JSON bodies. What a body may hold is what its command declares.</summary>
public static class CommandJson
{
    /// <summary>Names in camelCase, enums by their words.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutIgnored } },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new EnumWords() },
    };

    // The serializer lists what it does not read either.
    private static void LeaveOutIgnored(JsonTypeInfo type)
    {
        foreach (var ignored in type.Properties.Where(p => p is { Get: null, Set: null }).ToList())
            type.Properties.Remove(ignored);
    }
}
