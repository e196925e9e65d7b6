using System.Text.Json;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Journiv;

/// <summary>Exports of Journiv: its data file, alone or in the archive it is exported in. Moments become entries and moods; pictures are left out.</summary>
public sealed class JournivImporter : IImporter
{
    private const string Moments = "moments";
    private const double Lowest = 1;
    private const double Highest = 5;

    public string Name => "journiv";

    public string File => "an export of Journiv";

    public Likeness Recognize(SourceFile file) => file is not null && Data(file) is { } data && JsonHead.Names(JsonHead.Of(data), "export_version", "app_version", "journals") ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var entries = new SourceEntries(ask, Name, Moments);
        var data = Data(file) ?? throw new ImportFailedException("import.format", "There is no data.json in it, as there is in an export of Journiv.");
        return new("journiv", Records(data, Scores(data), ask, entries), entries.Notes);
    }

    private static SourceEntry? Data(SourceFile file) => file.Main ?? file.Entries.FirstOrDefault(entry => entry.Name == "data.json" || entry.Name.EndsWith("/data.json", StringComparison.Ordinal));

    // Every mood has a score of 1 to 5 there, also those of a person's own.
    private static Dictionary<string, double> Scores(SourceEntry data)
    {
        using var stream = data.OpenUtf8();
        var scores = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, mood) in JsonItems.Read(stream, "mood_definitions"))
        {
            if (mood.Text("name") is { } name && mood.Number("score") is >= Lowest and <= Highest and var score)
                scores[name] = score;
        }

        return scores;
    }

    private static IEnumerable<ImportedRecord> Records(SourceEntry data, Dictionary<string, double> scores, ImportAsk ask, SourceEntries entries)
    {
        using var stream = data.OpenUtf8();
        foreach (var (line, item) in JsonItems.Read(stream, Moments))
        {
            var place = $"line {line}";
            if ((item.Time("logged_at_utc") ?? item.Time("logged_at")) is not { } logged)
            {
                entries.Notes.Skip(place, "time.invalid");
                continue;
            }

            var (at, zone) = entries.In(logged, item.Text("logged_timezone"));
            var (key, row, entry) = (entries.Key(item.Text("external_id") ?? item.Text("logged_at_utc") ?? ""), item.Verbatim(), item.Of("entry"));
            if (item.List("media").Any())
                entries.Notes.Warn("media.left");
            var (mood, text) = (item.Text("primary_mood_name"), Text(item, entry));
            if (mood is not null && scores.TryGetValue(mood, out var score))
                yield return SourceEntries.Sample(entries.Row(key + ":mood", row), place, [new("mood", score, Lowest, Highest, mood)], at, zone);
            string[] tags = [.. item.Texts("tags"), .. item.List("mood_activity").Select(one => one.Text("activity_name")).OfType<string>(), .. mood is not null && !scores.ContainsKey(mood) ? new[] { $"mood: {mood}" } : []];
            if (text is null && tags.Length == 0 && mood is not null)
                continue;
            if (entries.Entry(entries.Row(key, row), place, text ?? string.Join(", ", tags), tags, at, item.Moment("updated_at", ask), zone) is { } written)
                yield return written;
        }
    }

    private static string? Text(JsonElement moment, JsonElement entry)
    {
        string[] parts = [.. new[] { entry.Text("title"), entry.Text("content_plain_text"), moment.Text("note") }.OfType<string>().Where(part => !string.IsNullOrWhiteSpace(part))];
        return parts.Length > 0 ? string.Join("\n\n", parts) : null;
    }
}
