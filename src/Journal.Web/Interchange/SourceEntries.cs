using System.Globalization;
using Journal.Facts;
using Journal.Recording;
using Journal.States;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange;

/// <summary>Makes entries and samples of what other applications call notes and moods, with what a journal cannot keep told.</summary>
/// <param name="ask">On what terms.</param>
/// <param name="source">The word of the format, by which keys begin.</param>
/// <param name="table">The table or file its rows stand in.</param>
internal sealed class SourceEntries(ImportAsk ask, string source, string table)
{
    private const int TextLength = 20_000;
    private const int TitleLength = 200;
    private const int MostTags = 50;

    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);

    public ImportNotes Notes { get; } = new();

    /// <summary>A key for a row. Where two have the same name, the second is told apart by being the second.</summary>
    public string Key(string name)
    {
        var kept = SourceKey.Of(name);
        var times = keys[kept] = keys.GetValueOrDefault(kept) + 1;
        return times == 1 ? $"{source}:{kept}" : string.Create(CultureInfo.InvariantCulture, $"{source}:{kept}#{times}");
    }

    /// <summary>A row as it stood, under its key.</summary>
    public ImportHeader Row(string key, string row) => new(key, table, row);

    /// <summary>Something written; null, and told, where nothing is written in it.</summary>
    public ImportedEntry? Entry(ImportHeader row, string place, string? text, IEnumerable<string> tags, DateTimeOffset at, DateTimeOffset? edited = null, string? zone = null)
    {
        if (new KeptText(Notes.Warn).Of(text?.ReplaceLineEndings("\n").Trim(), "text", TextLength) is { } kept)
            return new(row, kept, Tags(tags), at, edited, zone, place);
        Notes.Skip(place, "text.missing");
        return null;
    }

    /// <summary>How somebody was, on the scale of the source.</summary>
    public static ImportedSample Sample(ImportHeader row, string place, IReadOnlyList<ScaledRating> ratings, DateTimeOffset at, string? zone = null) =>
        new(row, new SampleState(Ratings: ratings) { OccurredAt = at }, zone, place);

    public string? Title(string? text) => new KeptText(Notes.Warn).Of(text?.ReplaceLineEndings(" ").Trim(), "title", TitleLength);

    /// <summary>A moment that lay in a zone; in the person's where the zone is not known here, which is told.</summary>
    public (DateTimeOffset At, string? Zone) In(LocalTime time, string? zone)
    {
        if (zone is not null && Zones.TryFind(zone, out var there))
            return (time.In(there), there.Id);
        if (zone is { Length: > 0 })
            Notes.Warn("zone.unknown");
        return (time.In(ask.Zone), null);
    }

    private List<string> Tags(IEnumerable<string> tags)
    {
        var kept = new List<string>();
        foreach (var tag in tags)
        {
            if (new KeptText(Notes.Warn).Of(tag.ReplaceLineEndings(" ").Trim(), "tag", TitleLength) is not { } one || kept.Contains(one))
                continue;
            if (kept.Count == MostTags)
            {
                Notes.Warn("tags.cut");
                break;
            }

            kept.Add(one);
        }

        return kept;
    }
}
