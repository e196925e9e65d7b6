using System.Globalization;
using System.Text.RegularExpressions;
using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Jrnl;

/// <summary>Journals of jrnl: its JSON export, and the text it keeps and exports.</summary>
public sealed partial class JrnlImporter : IImporter
{
    private const string Entries = "entries";
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd hh:mm:ss tt", "yyyy-MM-dd hh:mm tt", "yyyy-MM-dd h:mm tt", "yyyy-MM-dd h:mm:ss tt"];

    public string Name => "jrnl";

    public string File => "a journal of jrnl";

    public Likeness Recognize(SourceFile file) => file is not null && (JsonHead.Is(file, Entries, "title", "body", "date", "time") || (file.Main is not null && First(file.Head))) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (entries, text) = (new SourceEntries(ask, Name, Entries), file.Text("jrnl"));
        return new("jrnl", file.Head.TrimStart() is ['{' or '[', ..] and not ['[', (>= '0' and <= '9'), ..] ? OfJson(text, entries) : OfText(text, entries), entries.Notes);
    }

    private static bool First(string head) => head.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } line && Bracketed().IsMatch(line.TrimEnd('\r'));

    private static IEnumerable<ImportedRecord> OfJson(SourceEntry text, SourceEntries entries)
    {
        using var stream = text.OpenUtf8();
        foreach (var (line, item) in JsonItems.Read(stream, Entries))
        {
            var (place, title, body) = (Place(line), item.Text("title"), item.Text("body"));
            if (Moment($"{item.Text("date")} {item.Text("time")}") is not { } time)
            {
                entries.Notes.Skip(place, "time.invalid");
                continue;
            }

            var key = entries.Key($"{item.Text("date")} {item.Text("time")}");
            if (Entry(entries, key, item.Verbatim(), place, string.Join("\n\n", new[] { title, body }.Where(part => !string.IsNullOrWhiteSpace(part))), item.Texts("tags"), item.Flag("starred"), time) is { } entry)
                yield return entry;
        }
    }

    private static IEnumerable<ImportedRecord> OfText(SourceEntry text, SourceEntries entries)
    {
        using var reader = text.OpenText();
        var (number, begun, lines) = (0, 0, new List<string>());
        for (var line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            number++;
            if (line is null || Heading(line).Success)
            {
                if (lines.Count > 0 && OfLines(lines, begun, entries) is { } entry)
                    yield return entry;
                (begun, lines) = (number, []);
            }

            if (line is null)
                yield break;
            lines.Add(line);
        }
    }

    private static ImportedEntry? OfLines(List<string> lines, int begun, SourceEntries entries)
    {
        var (place, heading) = (Place(begun == 0 ? 1 : begun), Heading(lines[0]));
        if (!heading.Success || Moment(heading.Groups["time"].Value) is not { } time)
        {
            if (lines.Exists(line => !string.IsNullOrWhiteSpace(line)))
                entries.Notes.Skip(place, "time.invalid");
            return null;
        }

        var title = heading.Groups["title"].Value.Trim();
        var isStarred = title.EndsWith(" *", StringComparison.Ordinal) || title.StartsWith("* ", StringComparison.Ordinal);
        var words = isStarred ? title.Trim('*', ' ') : title;
        var text = $"{words}\n{string.Join('\n', lines.Skip(1))}".Trim();
        return Entry(entries, entries.Key(heading.Groups["time"].Value), JsonFields.Row(["text"], [string.Join('\n', lines).TrimEnd()]), place, text, Tagged().Matches(text).Select(match => match.Groups[1].Value), isStarred, time);
    }

    private static ImportedEntry? Entry(SourceEntries entries, string key, string row, string place, string text, IEnumerable<string> tags, bool isStarred, LocalTime time)
    {
        var at = entries.In(time, null).At;
        return entries.Entry(entries.Row(key, row), place, text, isStarred ? tags.Append("starred") : tags, at);
    }

    private static Match Heading(string line) => Bracketed().Match(line) is { Success: true } bracketed ? bracketed : Bare().Match(line);

    private static LocalTime? Moment(string text) => DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && LocalTime.TryParse(local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), out var time) ? time : null;

    private static string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    [GeneratedRegex(@"^\[(?<time>\d{4}-\d\d-\d\d \d{1,2}:\d\d(:\d\d)?( [AaPp][Mm])?)\] ?(?<title>.*)$")]
    private static partial Regex Bracketed();

    // As it was before version 2.
    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d) (?<title>\S.*)$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?:^|\s)(@[\w/-]+)")]
    private static partial Regex Tagged();
}
