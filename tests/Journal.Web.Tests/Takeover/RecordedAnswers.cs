using System.Text.Json;

namespace Journal.Web.Tests.Takeover;

/// <summary>Compares two answers to one question by what they say: every figure, sentence, day and id, each found again by its name and subject.</summary>
internal static class RecordedAnswers
{
    // Where an answer came from, not what it says; and where a page ended.
    private static readonly HashSet<string> Ignored = ["codeVersion", "rules", "rulesVersion", "position", "next"];

    // Together they name an item of a list, as far as it has them.
    private static readonly string[] Names = ["id", "practiceId", "interventionId", "week", "onset", "phase", "day", "name", "subject", "from"];

    /// <param name="question">What was asked, to begin each line with.</param>
    /// <param name="before">The old answer.</param>
    /// <param name="now">The new answer. What it says beside what the old one said is no difference, but one more item in a list is.</param>
    /// <returns>One line each; none when both say the same.</returns>
    public static IReadOnlyList<string> Differences(string question, JsonElement before, JsonElement now) =>
        [.. Compare("", before, now).Select(difference => $"{question}: {difference}")];

    private static IEnumerable<string> Compare(string path, JsonElement before, JsonElement now) => (before.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(path, before, now),
        (JsonValueKind.Array, JsonValueKind.Array) => before.EnumerateArray().Concat(now.EnumerateArray()).All(item => item.ValueKind == JsonValueKind.Object)
            ? Items(path, Named(before), Named(now))
            : Sequences(path, before, now),
        _ when JsonElement.DeepEquals(before, now) => [],
        _ => [$"{path} was {Short(before)}, is {Short(now)}"],
    };

    private static IEnumerable<string> Members(string path, JsonElement before, JsonElement now)
    {
        foreach (var member in before.EnumerateObject().Where(member => !Ignored.Contains(member.Name)))
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            var differences = now.TryGetProperty(member.Name, out var value) ? Compare(at, member.Value, value) : [$"{at} was {Short(member.Value)}, is gone"];
            foreach (var difference in differences)
                yield return difference;
        }
    }

    private static IEnumerable<string> Items(string path, List<(string Name, JsonElement Item)> before, List<(string Name, JsonElement Item)> now)
    {
        var known = now.ToDictionary(item => item.Name, item => item.Item);
        foreach (var (name, item) in before)
        {
            var differences = known.Remove(name, out var other) ? Compare($"{path}[{name}]", item, other) : [$"{path}[{name}] is gone"];
            foreach (var difference in differences)
                yield return difference;
        }

        foreach (var name in known.Keys)
            yield return $"{path}[{name}] is new";
        if (known.Count == 0 && before.Count == now.Count && !before.Select(item => item.Name).SequenceEqual(now.Select(item => item.Name)))
            yield return $"{path} is in another order";
    }

    private static IEnumerable<string> Sequences(string path, JsonElement before, JsonElement now)
    {
        if (JsonElement.DeepEquals(before, now))
            yield break;
        var (old, other) = (before.EnumerateArray().Select(item => item.GetRawText()).ToList(), now.EnumerateArray().Select(item => item.GetRawText()).ToList());
        var (gone, added) = (old.Except(other).ToList(), other.Except(old).ToList());
        yield return $"{path} differs: {old.Count} items before, {other.Count} now; gone {Some(gone)}; new {Some(added)}";
    }

    private static List<(string Name, JsonElement Item)> Named(JsonElement list)
    {
        var seen = new Dictionary<string, int>();
        return
        [
            .. list.EnumerateArray().Select(item =>
            {
                var name = string.Join(' ', Names.Select(member => item.TryGetProperty(member, out var value) ? value.ToString() : "").Where(value => value.Length > 0));
                var time = seen[name] = seen.GetValueOrDefault(name) + 1;
                return (time == 1 && name.Length > 0 ? name : $"{name}#{time}", item);
            }),
        ];
    }

    private static string Some(List<string> items) => items.Count == 0 ? "none" : string.Join(", ", items.Take(3)) + (items.Count > 3 ? ", ..." : "");

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 200 } text ? text[..200] + "..." : value.GetRawText();
}
