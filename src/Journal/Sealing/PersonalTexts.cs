using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Journal.Sealing;

/// <summary>Finds the personal texts in stored JSON by the type it was written from, and leaves everything else as it stands: members that this version does not know as well.</summary>
internal static class PersonalTexts
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = [];

    /// <summary>Whether a member, or the one that it overrides, holds words.</summary>
    public static bool IsPersonal(MemberInfo member) => Attribute.IsDefined(member, typeof(PersonalAttribute), inherit: true);

    /// <summary>Puts something else in place of each text.</summary>
    /// <param name="json">What is stored.</param>
    /// <param name="type">What it was written from.</param>
    /// <param name="change">Answers with the same instance where nothing is to be changed.</param>
    /// <returns>Whether anything was changed.</returns>
    public static bool Change(JsonObject json, Type type, Func<string, string> change)
    {
        var changed = false;
        foreach (var member in Members.GetOrAdd(type, MembersOf))
        {
            if (!json.TryGetPropertyValue(member.Name, out var value) || value is null)
                continue;
            if (member.IsPersonal && value is JsonValue)
                changed |= Put(value, change, now => json[member.Name] = now);
            else if (member.IsPersonal && value is JsonArray texts)
                changed |= Each(texts, change);
            else if (member.IsPersonal && value is JsonObject named)
                changed |= Named(named, change);
            else if (value is JsonObject part)
                changed |= Change(part, member.Part, change);
            else if (value is JsonArray parts)
                changed |= parts.OfType<JsonObject>().Aggregate(false, (any, one) => Change(one, member.Part, change) || any);
        }

        return changed;
    }

    private static bool Each(JsonArray texts, Func<string, string> change)
    {
        var changed = false;
        for (var place = 0; place < texts.Count; place++)
        {
            var here = place;
            if (texts[place] is { } text)
                changed |= Put(text, change, now => texts[here] = now);
        }

        return changed;
    }

    // Names are a person's as much as what stands under them.
    private static bool Named(JsonObject texts, Func<string, string> change)
    {
        var changed = false;
        foreach (var (name, text) in texts.ToList())
        {
            if (text is not null)
                changed |= Put(text, change, now => texts[name] = now);
            var renamed = change(name);
            if (ReferenceEquals(renamed, name))
                continue;
            var kept = texts[name];
            texts.Remove(name);
            texts[renamed] = kept;
            changed = true;
        }

        return changed;
    }

    private static bool Put(JsonNode value, Func<string, string> change, Action<string> put)
    {
        if (value is not JsonValue one || !one.TryGetValue<string>(out var text))
            return false;
        var now = change(text);
        if (ReferenceEquals(now, text))
            return false;
        put(now);
        return true;
    }

    private static Member[] MembersOf(Type type) =>
    [
        .. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => new Member(property.Name, IsPersonal(property), PartOf(property.PropertyType)))
            .Where(member => member.IsPersonal || member.Part.Namespace?.StartsWith(nameof(Journal), StringComparison.Ordinal) is true),
    ];

    private static Type PartOf(Type type) => type is { IsGenericType: true } ? type.GetGenericArguments()[0] : type;

    private sealed record Member(string Name, bool IsPersonal, Type Part);
}
