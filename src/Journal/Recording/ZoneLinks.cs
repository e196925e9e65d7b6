using System.Collections.Frozen;

namespace Journal.Recording;

/// <summary>
/// What older names of time zones stand for, as this machine's own time zone data says. Read once, when somebody asks. Only names that no place goes by are
/// replaced: Europe/Amsterdam stays, whatever it shares its rules with.
/// </summary>
internal static class ZoneLinks
{
    // Zones of their own until 2024, and links since: where the data is older, it says nothing of them.
    private static readonly Dictionary<string, string> Former = new(StringComparer.Ordinal)
    {
        ["EST"] = "America/Panama",
        ["MST"] = "America/Phoenix",
        ["HST"] = "Pacific/Honolulu",
        ["EST5EDT"] = "America/New_York",
        ["CST6CDT"] = "America/Chicago",
        ["MST7MDT"] = "America/Denver",
        ["PST8PDT"] = "America/Los_Angeles",
        ["WET"] = "Europe/Lisbon",
        ["CET"] = "Europe/Brussels",
        ["MET"] = "Europe/Brussels",
        ["EET"] = "Europe/Athens",
    };

    private static readonly Lazy<FrozenDictionary<string, string>> Links = new(Read);

    /// <summary>The name a zone goes by now; null where it has no other.</summary>
    public static string? Target(string name) => Links.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, string> Read()
    {
        var folder = Environment.GetEnvironmentVariable("TZDIR") is { Length: > 0 } given ? given : "/usr/share/zoneinfo";
        var places = Lines(Path.Combine(folder, "zone.tab"), '\t').Where(cells => cells.Length > 2).Select(cells => cells[2]).ToHashSet(StringComparer.Ordinal);
        var links = Lines(Path.Combine(folder, "tzdata.zi"), ' ').Where(words => words is ["L", _, _]).ToDictionary(words => words[2], words => words[1], StringComparer.Ordinal);
        foreach (var (name, target) in Former)
            links[name] = target;

        // Without a list of places nothing tells an older name from a place that shares its rules with another.
        return links.Where(link => link.Key != "UTC" && !places.Contains(link.Key) && (places.Count > 0 || Former.ContainsKey(link.Key)))
            .ToFrozenDictionary(link => link.Key, link => Last(links, link.Value), StringComparer.Ordinal);
    }

    private static string Last(Dictionary<string, string> links, string name)
    {
        for (var i = 0; i < 3 && links.TryGetValue(name, out var next) && next != name; i++)
            name = next;
        return name;
    }

    // A machine without these files knows no other names; its zones are found all the same.
    private static IEnumerable<string[]> Lines(string path, char separator)
    {
        try
        {
            return [.. File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => line.Split(separator))];
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
