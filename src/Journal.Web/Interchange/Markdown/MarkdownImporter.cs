using System.Globalization;
using System.Text.RegularExpressions;
using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Markdown;

/// <summary>Markdown files, alone, in a folder or in an archive: each an entry of the day that its head or its name says, as daily notes of Obsidian and others are.</summary>
public sealed partial class MarkdownImporter : IImporter
{
    private const long LongestFile = 4L << 20;

    private static readonly string[] Dates = ["date", "created", "datetime", "day", "created_at", "creation date"];
    private static readonly string[] Edits = ["updated", "modified", "last_modified", "updated_at", "modification date"];

    public string Name => "markdown";

    public string File => "Markdown with a date for each file";

    public Likeness Recognize(SourceFile file) => file is null ? Likeness.None
        : file.Main is { } only ? IsMarkdown(only) || HasDate(file.Head) ? Likeness.Possible : Likeness.None
        : file.Shape is SourceShape.Archive or SourceShape.Folder && file.Entries.Any(IsMarkdown) ? Likeness.Possible : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ask);
        var entries = new SourceEntries(ask, Name, "markdown");
        IReadOnlyList<SourceEntry> files = file.Main is { } only ? [only] : [.. file.Entries.Where(IsMarkdown)];
        if (files.Count == 0 || file.Shape == SourceShape.Other)
            throw new ImportFailedException("import.format", "There is no Markdown file in it.");
        var root = Root(files);
        return new("markdown", files.Select(one => Record(one, one.Name[root.Length..], ask, entries)).OfType<ImportedEntry>(), entries.Notes);
    }

    private static bool IsMarkdown(SourceEntry entry) => entry.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static bool HasDate(string head) => FrontMatter.Read(head.ReplaceLineEndings("\n")).Head?.Text(Dates) is not null;

    // The folder that all of them lie in is the archive's and not theirs.
    private static string Root(IReadOnlyList<SourceEntry> files) =>
        files.Count > 1 && files[0].Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && files[0].Name[..(end + 1)] is var folder && files.All(file => file.Name.StartsWith(folder, StringComparison.Ordinal))
            ? folder : "";

    private static ImportedEntry? Record(SourceEntry file, string name, ImportAsk ask, SourceEntries entries)
    {
        var text = file.ReadText(LongestFile).ReplaceLineEndings("\n");
        var (head, yaml, body) = FrontMatter.Read(text);
        if (head is null)
        {
            entries.Notes.Warn("frontmatter.unread");
            head = new();
        }

        if ((Time(head.Text(Dates)) ?? NamedTime(name)) is not { } time)
        {
            entries.Notes.Skip(name, "date.missing");
            return null;
        }

        var (at, zone) = entries.In(time, head.Text("timezone", "zone"));
        var edited = Time(head.Text(Edits))?.In(ask.Zone);
        var key = entries.Key(head.Text("id", "uuid") is { } id ? $"id {id}" : name);
        var row = JsonFields.Row(["file", "front matter", "text"], [name, yaml, body]);
        return entries.Entry(entries.Row(key, row), name, Titled(head.Text("title") ?? Rest(name), body), Tags(head, body), at, edited, zone);
    }

    private static LocalTime? Time(string? text) => LocalTime.TryParse(text, out var time) ? time : null;

    // 2024-01-05.md, 20240105.md, 2024_01_05 A title.md, 2024/01/05.md
    private static LocalTime? NamedTime(string name) => Dated().Match(name) is { Success: true } day
        ? Time(string.Create(CultureInfo.InvariantCulture, $"{day.Groups["y"].ValueSpan}-{day.Groups["m"].ValueSpan}-{day.Groups["d"].ValueSpan}")) : null;

    private static string? Rest(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name[(name.LastIndexOf('/') + 1)..]);
        return Dated().Replace(stem, "").Trim(' ', '-', '_', '.') is { Length: > 0 } rest && rest.Any(char.IsLetter) ? rest : null;
    }

    private static string Titled(string? title, string body) => title is null || body.TrimStart().StartsWith('#') || body.Contains(title, StringComparison.Ordinal) ? body : $"# {title}\n\n{body.TrimStart()}";

    private static IEnumerable<string> Tags(FrontMatter head, string body) =>
        head.Texts("tags").Concat(head.Texts("tag")).SelectMany(tag => tag.Split(',')).Select(tag => tag.Trim().TrimStart('#')).Concat(Inline().Matches(body).Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"(?<![0-9])(?<y>[12][0-9]{3})[-_./]?(?<m>[01][0-9])[-_./]?(?<d>[0-3][0-9])(?![0-9])")]
    private static partial Regex Dated();

    [GeneratedRegex(@"(?<=^|\s)#([\p{L}][\w/-]*)", RegexOptions.Multiline)]
    private static partial Regex Inline();
}
