using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Journal.Facts;

/// <summary>How facts are written: each with its word, enums by name. What is not known is left out.</summary>
public static class FactsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheKinds } },
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes and reads facts of every sort.</summary>
    public static JsonTypeInfo<Fact> Fact { get; } = (JsonTypeInfo<Fact>)Options.GetTypeInfo(typeof(Fact));

    /// <summary>Gives facts their words in what other options write.</summary>
    internal static void NameTheKinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(Fact))
            return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "fact" };
        foreach (var kind in FactKinds.All)
            type.PolymorphismOptions.DerivedTypes.Add(new(kind.Fact, kind.Word));
    }
}
