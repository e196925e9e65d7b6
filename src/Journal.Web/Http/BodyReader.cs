using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Commands;
using Journal.Recording;

namespace Journal.Web.Http;

/// <summary>
/// Makes a command, or another object, of a JSON object. What may stand in it is what its type declares; times are read in the person's zone; an id that the route names is
/// taken from it, and an id for something new that nobody names is made up.
/// </summary>
/// <param name="route">Ids from the route, by member name.</param>
/// <param name="zone">The person's zone.</param>
/// <param name="newId">Makes up the id of a member.</param>
public sealed class BodyReader(IReadOnlyDictionary<string, Guid> route, TimeZoneInfo zone, Func<string, Guid> newId)
{
    private const string OccurredAt = "occurredAt";

    /// <summary>The id that the sender chose for what the command makes; null when the sender chose none.</summary>
    public string? ChosenId { get; private set; }

    /// <summary>The command of a kind that a body holds.</summary>
    /// <param name="kind">What to make of it.</param>
    /// <param name="body">The object.</param>
    /// <param name="besides">Properties that may stand in the object without being part of the command.</param>
    public (Command? Command, Refusal? Refusal) Read(CommandKind kind, JsonElement body, params ReadOnlySpan<string> besides)
    {
        var (content, refusal) = Read(CommandJson.Options.GetTypeInfo(kind.Command), body, besides);
        return ((Command?)content, refusal);
    }

    /// <param name="type">What to make of it.</param>
    /// <param name="body">The object.</param>
    /// <param name="besides">Properties that may stand in the object without being part of the command.</param>
    public (object? Content, Refusal? Refusal) Read(JsonTypeInfo type, JsonElement body, params ReadOnlySpan<string> besides)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in body.EnumerateObject())
        {
            if (type.Properties.FirstOrDefault(p => property.NameEquals(p.Name) && !route.ContainsKey(p.Name)) is { } known)
                given.Add(known.Name, property.Value);
            else if (!IsAmong(besides, property))
                return (null, BodyRefusals.UnknownProperty(property));
        }

        ChosenId = type.Properties.Where(p => p.PropertyType == typeof(Guid) && given.ContainsKey(p.Name)).Select(p => $"{p.Name} {given[p.Name].GetRawText().Trim('"')}").FirstOrDefault();
        var buffer = new ArrayBufferWriter<byte>();
        if (Rewrite(type.Properties, given, buffer) is { } refusal)
            return (null, refusal);
        var (content, mismatch) = Deserialize(type, given, buffer.WrittenSpan);
        return content is Revision revision ? Cleared(revision, type, given) : (content, mismatch);
    }

    // In what revises, null is not the same as nothing: it empties what may be empty.
    private static (object? Content, Refusal? Refusal) Cleared(Revision revision, JsonTypeInfo type, Dictionary<string, JsonElement> given)
    {
        var nulls = type.Properties.Where(p => given.TryGetValue(p.Name, out var value) && value.ValueKind == JsonValueKind.Null && p.Name != OccurredAt).ToList();
        return nulls.Find(p => p.AttributeProvider?.IsDefined(typeof(ClearableAttribute), inherit: true) is not true) is { } kept
            ? (null, Refusal.Invalid($"{kept.Name}.missing", $"{kept.Name} cannot be empty; leave it out to keep it as it is."))
            : (revision with { Cleared = [.. nulls.Select(p => p.Name)] }, null);
    }

    private Refusal? Rewrite(IList<JsonPropertyInfo> properties, Dictionary<string, JsonElement> given, ArrayBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var property in properties)
        {
            if (Write(writer, property, given) is { } refusal)
                return refusal;
        }

        writer.WriteEndObject();
        return null;
    }

    private Refusal? Write(Utf8JsonWriter writer, JsonPropertyInfo property, Dictionary<string, JsonElement> given)
    {
        var isGiven = given.TryGetValue(property.Name, out var value);
        if (route.TryGetValue(property.Name, out var id) || (!isGiven && property.PropertyType == typeof(Guid) && (id = newId(property.Name)) != Guid.Empty))
            writer.WriteString(property.Name, id);
        else if (IsRequired(property) && (!isGiven || value.ValueKind == JsonValueKind.Null))
            return BodyRefusals.Missing(property.Name);
        else if (property.PropertyType == typeof(DateTimeOffset?) && value.ValueKind == JsonValueKind.String)
            return WriteTime(writer, property.Name, value);
        else if (isGiven)
            WriteRaw(writer, property.Name, value);
        return null;
    }

    private Refusal? WriteTime(Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (!BodyRefusals.IsText(value) || !LocalTime.TryParse(value.GetString(), out var moment))
            return BodyRefusals.Time(name);
        writer.WriteString(name, moment.In(zone));
        return null;
    }

    private static (object? Content, Refusal? Refusal) Deserialize(JsonTypeInfo type, Dictionary<string, JsonElement> given, ReadOnlySpan<byte> json)
    {
        try
        {
            var content = JsonSerializer.Deserialize(json, type)!;
            return content is Command { Id: var id } && id == Guid.Empty ? (null, Refusal.Invalid("id.type", "id is not empty.")) : (content, null);
        }
        catch (JsonException mismatch)
        {
            var name = mismatch.Path is ['$', '.', .. var path] ? path.Split('.', '[')[0] : "";
            var property = type.Properties.First(p => p.Name == name);
            return (null, BodyRefusals.Mismatch(property, given[name]));
        }
    }

    // As the serializer has them: no text is decoded on the way.
    private static void WriteRaw(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }

    private static bool IsAmong(ReadOnlySpan<string> names, JsonProperty property)
    {
        foreach (var name in names)
        {
            if (property.NameEquals(name))
                return true;
        }

        return false;
    }

    private static bool IsRequired(JsonPropertyInfo property) => property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false } && property.PropertyType != typeof(Guid);
}
