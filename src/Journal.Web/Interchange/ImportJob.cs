using System.Globalization;

namespace Journal.Web.Interchange;

/// <summary>A file that is to be imported.</summary>
/// <param name="Path">Where it lies: a file, or a folder of texts.</param>
/// <param name="Name">What its sender calls it, where that is another name.</param>
/// <param name="Format">The word of its format; looked for when null.</param>
/// <param name="Map">What columns mean, where the format leaves a choice.</param>
/// <param name="DryRun">Says what would happen and stores nothing.</param>
public sealed record ImportJob(string Path, string? Name, string? Format, IReadOnlyDictionary<string, string> Map, bool DryRun)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>When a day of a practice ends at night: what was done before belongs to the day before.</summary>
    public TimeOnly DayStartsAt { get; init; }

    /// <summary>When a day starts, as somebody writes it: <c>04:00</c>. Midnight when left out.</summary>
    /// <exception cref="ImportFailedException"><c>day.start</c>.</exception>
    public static TimeOnly DayStart(string? written) =>
        string.IsNullOrWhiteSpace(written) ? default
        : TimeOnly.TryParseExact(written.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start < Noon ? start
        : throw new ImportFailedException("day.start", "When a day starts is a time before noon, such as 04:00.");

    /// <summary>What columns mean, as <c>column=meaning</c>.</summary>
    /// <exception cref="ImportFailedException"><c>map.invalid</c>.</exception>
    public static IReadOnlyDictionary<string, string> Meanings(IEnumerable<string> map)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in map)
        {
            if (one.LastIndexOf('=') is not (> 0 and var at) || !meanings.TryAdd(one[..at], one[(at + 1)..]))
                throw new ImportFailedException("map.invalid", "A mapping is COLUMN=MEANING, each column once.");
        }

        return meanings;
    }
}
