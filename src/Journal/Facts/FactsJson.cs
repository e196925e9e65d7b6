using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Journal.Facts;

/// <summary>How facts are written: each with its word, enums by name. What is not known is left out.</summary>
public static class FactsJson
{
    private static readonly PropertyInfo LaterDay = typeof(Fact).GetProperty(nameof(Facts.Fact.LaterDay), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheKinds } },
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes and reads facts of every sort.</summary>
    public static JsonTypeInfo<Fact> Fact { get; } = (JsonTypeInfo<Fact>)Options.GetTypeInfo(typeof(Fact));

    // Of no use to those who read a fact; what was verified before was hashed with it.
    private static void KeepTheLaterDay(JsonTypeInfo type)
    {
        var day = type.CreateJsonPropertyInfo(typeof(DateOnly?), nameof(Facts.Fact.LaterDay));
        day.Get = fact => ((Fact)fact).LaterDay;
        day.Set = LaterDay.SetValue;
        day.ShouldSerialize = (_, value) => value is not null;
        type.Properties.Add(day);
    }

    private static void NameTheKinds(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && type.Type.IsAssignableTo(typeof(Fact)))
            KeepTheLaterDay(type);
        if (type.Type != typeof(Fact))
            return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "fact" };
        foreach (var kind in FactKinds.All)
            type.PolymorphismOptions.DerivedTypes.Add(new(kind.Fact, kind.Word));
    }
}
