using System.Text.RegularExpressions;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange.Memos;

/// <summary>Memos as the API of Memos lists them, of its first versions and of those since.</summary>
public sealed partial class MemosImporter : IImporter
{
    private const string List = "memos";

    public string Name => "memos";

    public string File => "a list of memos of Memos (JSON)";

    public Likeness Recognize(SourceFile file) =>
        file is not null && JsonHead.Is(file, "content") && (JsonHead.Names(file.Head, "createTime", "visibility") || JsonHead.Names(file.Head, "createdTs", "visibility")) ? Likeness.Certain : Likeness.None;

    public ImportedFile Read(SourceFile file, ImportAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var entries = new SourceEntries(ask, Name, List);
        return new("memos", Records(file.Text("Memos"), ask, entries), entries.Notes);
    }

    private static IEnumerable<ImportedRecord> Records(SourceEntry text, ImportAsk ask, SourceEntries entries)
    {
        using var stream = text.OpenUtf8();
        foreach (var (line, item) in JsonItems.Read(stream, List))
        {
            var place = $"line {line}";
            if ((item.Moment("displayTime", ask) ?? item.Moment("createTime", ask) ?? item.Moment("createdTs", ask)) is not { } at)
            {
                entries.Notes.Skip(place, "time.invalid");
                continue;
            }

            var edited = item.Moment("updateTime", ask) ?? item.Moment("updatedTs", ask);
            var content = item.Text("content");
            var tags = item.Texts("tags") is { Count: > 0 } given ? given : [.. Tag().Matches(content ?? "").Select(match => match.Groups[1].Value)];
            if (item.List("resources").Concat(item.List("attachments")).Concat(item.List("resourceList")).Any())
                entries.Notes.Warn("media.left");
            var key = entries.Key(item.Text("uid") ?? item.Text("name") ?? item.Text("id") ?? at.ToString("O"));
            if (entries.Entry(entries.Row(key, item.Verbatim()), place, content, tags, at, edited) is { } entry)
                yield return entry;
        }
    }

    [GeneratedRegex(@"(?<=^|\s)#([\p{L}][\w/-]*)", RegexOptions.Multiline)]
    private static partial Regex Tag();
}
