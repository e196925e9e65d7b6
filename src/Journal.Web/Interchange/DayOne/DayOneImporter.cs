using System.Text.Json;
using System.Text.RegularExpressions;
using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.DayOne;

/// <summary>The JSON of Day One, alone or in the archive it is exported in: a file for each journal. Photos and recordings are named where they stood and left out.</summary>
public sealed class DayOneImporter : IImporter
{
    private const string Entries = "entries";
    private const int LookedAt = 50;

    // How the app marks the place of what is not text. A text may be made of half such marks, so nothing is tried twice.
    private static readonly Regex Moment = new(@"!\[[^\]]*\]\(dayone-moment:/(/[a-zA-Z]+/|/)?[^)]*\)", RegexOptions.NonBacktracking);

    private static readonly string[] Media = ["photos", "videos", "audios", "pdfAttachments"];

    public string Name => "dayone";

    public string File => "an export of Day One (JSON)";

    public Likeness Recognize(SourceFile file) => file?.Main is not null ? Looks(file.Head) ? Likeness.Certain : Likeness.None
        : file is { Shape: SourceShape.Archive } && Journals(file).Take(LookedAt).Any(journal => Looks(JsonHead.Of(journal))) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var entries = new SourceEntries(ask, Name, Entries);
        IReadOnlyList<SourceEntry> journals = file.Main is { } only ? [only] : [.. Journals(file)];
        if (journals.Count == 0)
            throw new ImportFailedException("import.format", "There is no JSON in it, as there is in an export of Day One.");
        return new("dayone", journals.SelectMany(journal => Records(journal, file.Main is null, entries)), entries.Notes);
    }

    private static IEnumerable<SourceEntry> Journals(SourceFile file) => file.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase));

    private static bool Looks(string head) => head.TrimStart().StartsWith('{') && JsonHead.Names(head, Entries, "creationDate") && (JsonHead.Names(head, "uuid") || JsonHead.Names(head, "metadata"));

    private static IEnumerable<ImportedRecord> Records(SourceEntry journal, bool isNamed, SourceEntries entries)
    {
        using var stream = journal.OpenUtf8();
        foreach (var (line, item) in JsonItems.Read(stream, Entries))
        {
            var place = isNamed ? $"{journal.Name} line {line}" : $"line {line}";
            if (item.Time("creationDate") is not { } created)
            {
                entries.Notes.Skip(place, "time.invalid");
                continue;
            }

            var (at, zone) = entries.In(created, item.Text("timeZone"));
            if (item.Flag("isAllDay"))
                at = LocalTime.Noon(DateOnly.FromDateTime(at.DateTime), zone is not null && Zones.TryFind(zone, out var there) ? there : TimeZoneInfo.Utc);
            if (Media.Any(kind => item.List(kind).Any()))
                entries.Notes.Warn("media.left");
            var edited = item.Time("modifiedDate") is { } modified ? entries.In(modified, item.Text("timeZone")).At : (DateTimeOffset?)null;
            var key = entries.Key(item.Text("uuid") ?? created.In(TimeZoneInfo.Utc).ToString("O"));
            string[] tags = [.. item.Texts("tags"), .. item.Flag("starred") ? new[] { "starred" } : []];
            if (entries.Entry(entries.Row(key, item.Verbatim()), place, Text(item), tags, at, edited, zone) is { } entry)
                yield return entry;
        }
    }

    private static string? Text(JsonElement item) => item.Text("text") is { } text ? Moment.Replace(text, match => $"[{Kind(match.Groups[1].Value)} left out]") : null;

    private static string Kind(string kind) => kind switch
    {
        "/video/" => "video",
        "/audio/" => "recording",
        "/pdfAttachment/" => "document",
        _ => "photo",
    };

}
