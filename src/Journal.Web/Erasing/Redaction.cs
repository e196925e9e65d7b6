using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Facts;

namespace Journal.Web.Erasing;

/// <summary>An event without what a person wrote in it: the members that are marked as personal say that they are erased, and everything else stays.</summary>
internal static class Redaction
{
    /// <summary>What stands in place of a text.</summary>
    public const string Erased = "[erased]";

    /// <summary>The event without words; a member that said nothing goes on saying nothing.</summary>
    public static object Of(object e)
    {
        var body = JsonSerializer.SerializeToNode(e, e.GetType(), EventTypes.Json)!.AsObject();
        foreach (var member in e.GetType().GetProperties().Where(one => one.IsDefined(typeof(PersonalAttribute))))
        {
            if (body.TryGetPropertyValue(member.Name, out var value))
                body[member.Name] = Emptied(value);
        }

        return body.Deserialize(e.GetType(), EventTypes.Json)!;
    }

    /// <summary>An event as it is stored.</summary>
    public static string Json(object e) => JsonSerializer.Serialize(e, e.GetType(), EventTypes.Json);

    // The items of a list stay as many, and different from one another.
    private static JsonNode? Emptied(JsonNode? value) => value switch
    {
        JsonArray several => new JsonArray([.. several.Select((_, place) => (JsonNode)$"[erased {place + 1}]")]),
        null => null,
        _ => Erased,
    };
}
