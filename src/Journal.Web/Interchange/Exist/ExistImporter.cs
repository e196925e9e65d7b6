using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journal.Practices;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Exist;

/// <summary>The archive of Exist: a file for each attribute, with a value for each day. The mood is a rating, its note an entry, and what is only ever ticked a practice; figures of devices are left out.</summary>
public sealed partial class ExistImporter : IImporter
{
    private const string Mood = "mood";
    private const string MoodNote = "mood_note";
    private const double Lowest = 1;
    private const double Highest = 9;
    private const int LookedAt = 20;

    public string Name => "exist";

    public string File => "an archive of Exist (JSON)";

    public Likeness Recognize(SourceFile file) => file is { Shape: SourceShape.Archive or SourceShape.Folder } && Attributes(file).Take(LookedAt).Any(one => Looks(JsonHead.Of(one.Entry))) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var entries = new SourceEntries(ask, Name, "attributes");
        return new("exist", Records(file, ask, entries), entries.Notes);
    }

    private static IEnumerable<(string Name, SourceEntry Entry)> Attributes(SourceFile file) =>
        file.Entries.Select(entry => (Name: Attribute().Match(entry.Name).Groups["name"].Value, Entry: entry)).Where(one => one.Name.Length > 0);

    private static bool Looks(string head) => head.TrimStart().StartsWith('[') && JsonHead.Names(head, "date", "value");

    private IEnumerable<ImportedRecord> Records(SourceFile file, ImportAsk ask, SourceEntries entries)
    {
        var habits = new List<SourceHabit>();
        foreach (var (attribute, entry) in Attributes(file).Where(one => Looks(JsonHead.Of(one.Entry))))
        {
            if (attribute is Mood or MoodNote)
            {
                foreach (var record in Days(entry, attribute, ask, entries))
                    yield return record;
            }
            else if (Ticked(entry, attribute, ask) is { } habit)
            {
                habits.Add(habit);
            }
            else
            {
                entries.Notes.Skip(attribute, "exist.figures");
            }
        }

        foreach (var practice in SourceHabit.All(habits))
            yield return practice;
    }

    private static IEnumerable<ImportedRecord> Days(SourceEntry entry, string attribute, ImportAsk ask, SourceEntries entries)
    {
        using var stream = entry.OpenUtf8();
        foreach (var (line, item) in JsonItems.Read(stream, null))
        {
            var place = $"{entry.Name} line {line}";
            if (item.Of("value").ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                continue;
            if (Day(item) is not { } day)
                entries.Notes.Skip(place, "time.invalid");
            else if (attribute == MoodNote && entries.Entry(entries.Row(entries.Key($"{day:O} note"), item.Verbatim()), place, item.Text("value"), [], ask.Noon(day)) is { } note)
                yield return note;
            else if (attribute == Mood && item.Number("value") is { } value)
                yield return SourceEntries.Sample(entries.Row(entries.Key($"{day:O} mood"), item.Verbatim()), place, [new(Mood, value, Lowest, Highest)], ask.Noon(day));
        }
    }

    // A tag of somebody's own is 1 on the days it was given, and 0 or nothing on every other.
    private SourceHabit? Ticked(SourceEntry entry, string attribute, ImportAsk ask)
    {
        using var stream = entry.OpenUtf8();
        var habit = new SourceHabit(ask, $"{Name}:{attribute}", attribute.Replace('_', ' '), "attributes", JsonFields.Row(["attribute"], [attribute])) { Silence = Silence.Unknown };
        foreach (var (_, item) in JsonItems.Read(stream, null))
        {
            var value = item.Number("value");
            if (value is not (null or 0 or 1) || (value is null && item.Of("value").ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)))
                return null;
            if (value == 1 && Day(item) is { } day)
                habit.Done(day, item.Verbatim());
        }

        return habit.Last is null ? null : habit;
    }

    private static DateOnly? Day(JsonElement item) => DateOnly.TryParseExact(item.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"(?:^|/)(?:data_[0-9]+_|[0-9]{4}_)?(?<name>[a-z0-9_]+)\.json$")]
    private static partial Regex Attribute();
}
