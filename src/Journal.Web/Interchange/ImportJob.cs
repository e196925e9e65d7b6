namespace Journal.Web.Interchange;

/// <summary>A file that is to be imported.</summary>
/// <param name="Path">Where it lies: a file, or a folder of texts.</param>
/// <param name="Name">What its sender calls it, where that is another name.</param>
/// <param name="Format">The word of its format; looked for when null.</param>
/// <param name="Map">What columns mean, where the format leaves a choice.</param>
/// <param name="DryRun">Says what would happen and stores nothing.</param>
public sealed record ImportJob(string Path, string? Name, string? Format, IReadOnlyDictionary<string, string> Map, bool DryRun)
{
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
