using System.Globalization;
using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Daylio;

/// <summary>The CSV of Daylio: a row for each time that a mood was noted, with what was done and a note.</summary>
public sealed class DaylioImporter : IImporter
{
    private const double Lowest = 1;
    private const double Highest = 5;

    // As the app calls them unless somebody calls them otherwise.
    private static readonly Dictionary<string, double> Moods = new(StringComparer.OrdinalIgnoreCase) { ["rad"] = 5, ["good"] = 4, ["meh"] = 3, ["bad"] = 2, ["awful"] = 1 };
    private static readonly string[] Times = ["H:mm", "HH:mm", "h:mm tt", "hh:mm tt", "h:mmtt"];

    public string Name => "daylio";

    public string File => "a CSV of Daylio";

    public Likeness Recognize(SourceFile file) =>
        file?.Main is not null && CsvRows.Header(file.Head) is var header && header.Contains("full_date") && header.Contains("mood") && header.Contains("activities") ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var entries = new SourceEntries(ask, Name, "csv");
        return new("daylio", CsvTable.Read(file.Text("Daylio"), CsvRows.SeparatorOf(file.Head)).SelectMany(row => Records(row, ask, entries)), entries.Notes);
    }

    private static IEnumerable<ImportedRecord> Records(CsvTable row, ImportAsk ask, SourceEntries entries)
    {
        if (!DateOnly.TryParseExact(row["full_date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            entries.Notes.Skip(row.Place, "time.invalid");
            yield break;
        }

        var (key, verbatim, at) = (entries.Key($"{row["full_date"]} {row["time"]}"), row.Verbatim(), At(day, row["time"], ask, entries.Notes));
        var (mood, text) = (row["mood"], Text(row));
        var tags = row["activities"].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Moods.TryGetValue(mood, out var value))
        {
            yield return SourceEntries.Sample(entries.Row(key + ":mood", verbatim), row.Place, [new("mood", value, Lowest, Highest, mood.ToLowerInvariant())], at);
        }
        else if (mood.Length > 0)
        {
            // A mood of somebody's own has no place on the scale that the file would tell.
            entries.Notes.Warn("daylio.mood");
            tags = [.. tags, $"mood: {mood}"];
        }

        // What was done is said even where nothing was written; a mood alone is no entry.
        if (text is null && tags.Length == 0)
        {
            if (mood.Length == 0)
                entries.Notes.Skip(row.Place, "text.missing");
        }
        else if (entries.Entry(entries.Row(key, verbatim), row.Place, text ?? string.Join(", ", tags), tags, at) is { } entry)
        {
            yield return entry;
        }
    }

    // The app writes line breaks of a note as marks of a page.
    private static string? Text(CsvTable row)
    {
        var note = row["note"].Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase);
        string[] parts = [.. new[] { row["note_title"], note }.Where(part => !string.IsNullOrWhiteSpace(part))];
        return parts.Length > 0 ? string.Join("\n\n", parts) : null;
    }

    private static DateTimeOffset At(DateOnly day, string time, ImportAsk ask, ImportNotes notes)
    {
        var plain = time.Replace('\u202F', ' ').Replace('\u00A0', ' ').Trim();
        if (TimeOnly.TryParseExact(plain, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            && LocalTime.TryParse(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{clock:HH\\:mm}"), out var moment))
        {
            return moment.In(ask.Zone);
        }

        if (plain.Length > 0)
            notes.Warn("time.unread");
        return ask.Noon(day);
    }
}
