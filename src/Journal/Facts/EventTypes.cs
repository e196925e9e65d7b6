using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JasperFx.Events;
using Journal.Recording;
using Journal.Sealing;

namespace Journal.Facts;

/// <summary>The journal's events, found among the types of the domain: what an event is stored under and how its body is written follow from its type.</summary>
public static class EventTypes
{
    /// <summary>Every type of event.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(IJournalEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IJournalEvent)) && !type.IsAbstract).OrderBy(NameOf, StringComparer.Ordinal)];

    /// <summary>How bodies are written: members as they are declared, enums by their names. What a constructor asks for must be there when it is read.</summary>
    public static JsonSerializerOptions Json { get; } = Configure(new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    private static readonly FrozenDictionary<string, Type> ByName = All.ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The name that events of a type are stored under, for ever: Marten's alias, such as <c>belief_stated</c>.</summary>
    public static string NameOf(Type type) => type.GetEventTypeName();

    /// <summary>The type that is stored under a name; null when this version knows none.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Applies what <see cref="Json"/> says to options that something else owns.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = null;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }

    /// <summary>The same with words as they are stored.</summary>
    internal static JsonSerializerOptions Stored(WordSealer sealer) => Configure(new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { sealer.Shape } } });

    /// <summary>The event of a stored body; an <see cref="UnreadableEvent"/> when this version cannot read it.</summary>
    /// <param name="name">What it is stored under.</param>
    /// <param name="body">What is stored.</param>
    /// <param name="json">Opens the words; null leaves them as they are stored.</param>
    internal static object Read(string name, ReadOnlySpan<byte> body, JsonSerializerOptions? json = null)
    {
        if (Find(name) is not { } type)
            return new UnreadableEvent(name, "This version knows no such event.");
        try
        {
            return JsonSerializer.Deserialize(body, type, json ?? Json) ?? new UnreadableEvent(name, "The body is null.");
        }
        catch (JsonException)
        {
            return new UnreadableEvent(name, "The body is not what such an event holds.");
        }
    }
}

/// <summary>An event that this version of the journal cannot read. It stays in the log and in the history, and counts in no figure.</summary>
/// <param name="Type">The name it is stored under.</param>
/// <param name="Reason">Why it cannot be read; holds nothing of the body.</param>
public sealed record UnreadableEvent(string Type, string Reason);
