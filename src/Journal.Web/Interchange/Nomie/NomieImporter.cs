using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journal.States;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Nomie;

/// <summary>Backups of Nomie: notes in which trackers, people and contexts are named. A tracker with a range is a rating on that scale; every other one is a tag.</summary>
public sealed partial class NomieImporter : IImporter
{
    private const string Events = "events";
    private const string Trackers = "trackers";

    public string Name => "nomie";

    public string File => "a backup of Nomie";

    public Likeness Recognize(SourceFile file) => file is not null && JsonHead.Is(file, "nomie") && (JsonHead.Names(file.Head, Events) || JsonHead.Names(file.Head, Trackers)) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var (entries, text) = (new SourceEntries(ask, Name, Events), file.Text("Nomie"));
        return new("nomie", Records(text, ask, entries), entries.Notes);
    }

    // The trackers come behind the notes, in a part of their own that is small.
    private static IEnumerable<ImportedRecord> Records(SourceEntry text, ImportAsk ask, SourceEntries entries)
    {
        using var document = JsonFields.Document(text);
        var scales = Scales(document.RootElement.Of(Trackers));
        foreach (var (number, item) in document.RootElement.List(Events).Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"event {number + 1}");
            if ((item.Moment("end", ask) ?? item.Moment("start", ask)) is not { } at)
            {
                entries.Notes.Skip(place, "time.invalid");
                continue;
            }

            var (note, row) = (item.Text("note") ?? "", item.Verbatim());
            var key = entries.Key(item.Text("_id") ?? at.ToString("O", CultureInfo.InvariantCulture));
            var named = Tracker().Matches(note).Select(match => (Tag: match.Groups["tag"].Value, Value: Value(match.Groups["value"].Value))).ToList();
            var ratings = named.Where(one => one.Value is { } value && scales.TryGetValue(one.Tag, out var scale) && value >= scale.Lowest && value <= scale.Highest)
                .DistinctBy(one => one.Tag).Select(one => new ScaledRating(scales[one.Tag].Name, one.Value!.Value, scales[one.Tag].Lowest, scales[one.Tag].Highest)).ToList();
            if (ratings.Count > 0)
                yield return SourceEntries.Sample(entries.Row(key + ":rating", row), place, ratings, at);

            // A note that says nothing but a rating is that rating.
            if (ratings.Count == named.Count && ratings.Count > 0 && Tracker().Replace(note, "").Trim().Length == 0)
                continue;
            var tags = named.Select(one => one.Tag).Concat(Other().Matches(note).Select(match => match.Value));
            if (entries.Entry(entries.Row(key, row), place, note, tags, at) is { } entry)
                yield return entry;
        }
    }

    private static Dictionary<string, (string Name, double Lowest, double Highest)> Scales(JsonElement trackers)
    {
        IEnumerable<JsonElement> all = trackers.ValueKind switch
        {
            JsonValueKind.Array => trackers.EnumerateArray(),
            JsonValueKind.Object => trackers.EnumerateObject().Select(one => one.Value),
            _ => [],
        };
        var scales = new Dictionary<string, (string, double, double)>(StringComparer.OrdinalIgnoreCase);
        foreach (var tracker in all.Where(one => one.Text("type") == "range"))
        {
            if (tracker.Text("tag") is { } tag && tracker.Number("min") is { } lowest && tracker.Number("max") is { } highest && lowest < highest)
                scales[tag] = (tracker.Text("label") ?? tag, lowest, highest);
        }

        return scales;
    }

    private static double? Value(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    [GeneratedRegex(@"#(?<tag>[\w-]+)(\((?<value>[^()]*)\))?")]
    private static partial Regex Tracker();

    [GeneratedRegex(@"(?<=^|\s)[@+][\w-]+")]
    private static partial Regex Other();
}
