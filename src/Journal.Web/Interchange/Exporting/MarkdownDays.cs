using System.Globalization;
using System.Text;
using System.Text.Json;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange.Exporting;

/// <summary>A journal as pages, one for each day that was lived: what stands by now, in the order of the day. What was taken back is left out.</summary>
internal sealed class MarkdownDays(JournalFacts known)
{
    private readonly Dictionary<Guid, Fact> byEvent = known.All.SelectMany(fact => fact.Events, (fact, e) => (e, fact)).DistinctBy(one => one.e).ToDictionary(one => one.e, one => one.fact);
    private readonly Dictionary<Guid, string> titles = known.Of<PracticeFact>().ToDictionary(practice => practice.Id, practice => practice.Title);

    public IEnumerable<(DateOnly Day, string Text)> Write(IEnumerable<RecordedEvent> events) => events
        .Where(e => byEvent.ContainsKey(e.Id))
        .GroupBy(e => byEvent[e.Id] is EntryFact entry ? entry.Day : DateOnly.FromDateTime(e.OccurredAt.DateTime))
        .OrderBy(day => day.Key)
        .Select(day => (day.Key, Page(day.Key, [.. day.OrderBy(e => e.OccurredAt)])));

    private string Page(DateOnly day, List<RecordedEvent> events)
    {
        var entries = events.Select(e => byEvent[e.Id]).OfType<EntryFact>().DistinctBy(entry => entry.Id).OrderBy(entry => entry.OccurredAt).ToList();
        var tags = entries.SelectMany(entry => entry.Tags ?? []).Distinct(StringComparer.Ordinal).ToList();
        var page = new StringBuilder("---\n").Append(CultureInfo.InvariantCulture, $"date: {day:yyyy-MM-dd}\n");
        if (tags.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"tags: [{string.Join(", ", tags.Select(Quoted))}]\n");
        page.Append("---\n");
        foreach (var entry in entries)
            page.Append(CultureInfo.InvariantCulture, $"\n## {entry.OccurredAt:HH:mm}\n\n{entry.Text.TrimEnd()}\n");
        var others = events.Where(e => byEvent[e.Id] is not EntryFact).ToList();
        if (others.Count > 0)
            page.Append("\n## Recorded\n\n");
        foreach (var e in others)
            page.Append(CultureInfo.InvariantCulture, $"- {e.OccurredAt:HH:mm} {Line(e)}\n");
        return page.ToString();
    }

    private string Line(RecordedEvent e)
    {
        var about = e.Data is IPartOf { SubjectId: var whole } && titles.TryGetValue(whole, out var title) ? $" ({OneLine(title)})" : "";
        var said = JsonSerializer.SerializeToElement(e.Data, e.Data.GetType(), EventTypes.Json).EnumerateObject()
            .Where(member => member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object) && !member.Name.EndsWith("Id", StringComparison.Ordinal) && member.Name != nameof(IJournalEvent.OccurredAt))
            .Select(member => $"{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}: {OneLine(member.Value.ToString())}");
        return $"{e.Type.Replace('_', ' ')}{about}: {string.Join(", ", said)}".TrimEnd(' ', ':');
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
