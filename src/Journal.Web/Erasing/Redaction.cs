using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journal.Facts;

namespace Journal.Web.Erasing;

/// <summary>An event without what a person wrote in it: the members that are marked as personal say that they are erased, and everything else stays.</summary>
internal static class Redaction
{
    /// <summary>The event without words; a member that said nothing goes on saying nothing.</summary>
    public static object Of(object e)
    {
        var body = JsonSerializer.SerializeToNode(e, e.GetType(), EventTypes.Json)!.AsObject();
        Empty(body, e.GetType(), ErasedText.Only);
        return body.Deserialize(e.GetType(), EventTypes.Json)!;
    }

    // What stands in a part of the event, such as one of its ratings, is a person's as well.
    private static void Empty(JsonObject body, Type type, string erased)
    {
        foreach (var member in type.GetProperties())
        {
            if (!body.TryGetPropertyValue(member.Name, out var value) || value is null)
                continue;
            if (member.IsDefined(typeof(PersonalAttribute)))
                body[member.Name] = value is JsonArray several ? new JsonArray([.. several.Select((_, place) => (JsonNode)ErasedText.InPlace(place))]) : erased;
            else if (value is JsonObject part)
                Empty(part, member.PropertyType, erased);
            else if (value is JsonArray parts && member.PropertyType is { IsGenericType: true } list)
                foreach (var (item, place) in parts.Select((item, place) => (item as JsonObject, place)).Where(one => one.Item1 is not null))
                    Empty(item!, list.GetGenericArguments()[0], ErasedText.InPlace(place));
        }
    }
}
