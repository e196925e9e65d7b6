using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Journal.Facts;

namespace Journal.Sharing;

/// <summary>Takes out of events what points at things that are not shared and, where words are not, everything that is <see cref="PersonalAttribute"/>.</summary>
/// <remarks>What must have a name is given one by its kind and a number, the same wherever the same text stood, so that figures which compare names stay what they are.</remarks>
internal sealed class Redaction(IReadOnlySet<Guid> hidden, bool words)
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public object Of(object body)
    {
        var json = JsonSerializer.SerializeToNode(body, body.GetType(), EventTypes.Json)!.AsObject();
        return Redact(json, body, FactKinds.BegunBy(body.GetType())?.Word) ? json.Deserialize(body.GetType(), EventTypes.Json)! : body;
    }

    private bool Redact(JsonObject json, object value, string? word)
    {
        var changed = false;
        foreach (var member in Members.GetOrAdd(value.GetType(), MembersOf).Where(member => json.ContainsKey(member.Json)))
        {
            var held = member.Property.GetValue(value);
            if (held is null)
                continue;
            if (member.IsPersonal && !words)
            {
                json[member.Json] = member.IsOptional ? null : held is string text ? Name(text, word ?? member.Json) : Names((IEnumerable)held, member.Json);
                changed = true;
            }
            else if (held is Guid id)
            {
                if (!hidden.Contains(id))
                    continue;
                json[member.Json] = member.IsOptional ? null : Guid.Empty;
                changed = true;
            }
            else if (held is IEnumerable<Guid> ids)
            {
                if (!ids.Any(hidden.Contains))
                    continue;
                json[member.Json] = new JsonArray([.. ids.Where(one => !hidden.Contains(one)).Select(one => (JsonNode)one)]);
                changed = true;
            }
            else if (json[member.Json] is JsonObject inner)
            {
                changed |= Redact(inner, held, null);
            }
            else if (json[member.Json] is JsonArray items && held is IEnumerable list)
            {
                foreach (var (item, one) in items.Zip(list.Cast<object?>()))
                    changed |= item is JsonObject part && one is not null && Redact(part, one, null);
            }
        }

        return changed;
    }

    private JsonArray Names(IEnumerable texts, string label) => [.. texts.Cast<string>().Select(text => (JsonNode)Name(text, label))];

    private string Name(string text, string label)
    {
        if (names.TryGetValue(text, out var known))
            return known;
        var number = numbers[label] = numbers.GetValueOrDefault(label) + 1;
        return names[text] = $"{char.ToUpperInvariant(label[0])}{label[1..]} {number.ToString(CultureInfo.InvariantCulture)}";
    }

    private static Member[] MembersOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => new Member(
                property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name, property,
                property.GetCustomAttribute<PersonalAttribute>() is not null, nullability.Create(property).ReadState == NullabilityState.Nullable)),
        ];
    }

    private sealed record Member(string Json, PropertyInfo Property, bool IsPersonal, bool IsOptional);
}
