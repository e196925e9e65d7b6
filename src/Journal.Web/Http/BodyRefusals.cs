using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Recording;

namespace Journal.Web.Http;

/// <summary>What is said of a body that is JSON and still no command.</summary>
internal static class BodyRefusals
{
    private static readonly SearchValues<byte> Identifier = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8);

    public static Refusal Missing(string name) => Refusal.Invalid($"{name}.missing", $"{name} is missing.");

    public static Refusal Time(string name) => Refusal.Invalid(
        "time.invalid", $"{name} is a date (2026-01-05), a local time (2026-01-05T07:30) or an instant with its offset (2026-01-05T07:30:00+01:00).");

    // A mistyped name must not lose what it was to say. The name is told only when it looks like one.
    public static Refusal UnknownProperty(JsonProperty property)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        var shown = name.Length <= 40 && !name.ContainsAnyExcept(Identifier);
        return Refusal.Invalid("json.unknown", shown ? $"{Encoding.ASCII.GetString(name)} is not taken here." : "A property is not taken here.");
    }

    public static Refusal Mismatch(JsonPropertyInfo property, JsonElement value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var name = property.Name;
        return type.IsEnum && value.ValueKind == JsonValueKind.String ? Refusal.Invalid($"{name}.unknown", $"{name} is one of {Names(type)}.")
            : type == typeof(string) && value.ValueKind == JsonValueKind.String ? Refusal.Invalid($"{name}.encoding", $"{name} holds half of a surrogate pair, which cannot be stored.")
            : Refusal.Invalid($"{name}.type", $"{name} is {Expected(type)}.");
    }

    /// <summary>False for a string that holds half of a surrogate pair.</summary>
    public static bool IsText(JsonElement value)
    {
        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(Guid) => "an id (UUID)",
        _ when type == typeof(DateTimeOffset) => "a time, written as text",
        _ when type.IsEnum => $"one of {Names(type)}",
        _ => "a list of words",
    };

    private static string Names(Type type) => string.Join(", ", EnumWords.Of(type));
}
