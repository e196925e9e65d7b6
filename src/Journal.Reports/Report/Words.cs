using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Journal.Facts;

namespace Journal.Reports;

/// <summary>What the keys of lists are called for a person: the names of columns, and the words of enumerations in cells.</summary>
/// <remarks>Programs go by the keys, which stay; a terminal and a page show these.</remarks>
public static class Words
{
    // A key of several words says what it is when they are parted; these do not.
    private static readonly FrozenDictionary<string, string> Special = new Dictionary<string, string>
    {
        ["of"] = "out of",
        ["at"] = "on",
        ["known"] = "known weeks",
        ["number"] = "phase number",
        ["link"] = "number",
        ["low"] = "at least",
        ["high"] = "at most",
        ["bic"] = "fit (BIC)",
        ["halfAtHours"] = "half of it at (hours)",
        ["latencyHours"] = "hours to a decision",
        ["onsetDelayMinutes"] = "minutes from plan to start",
        ["medianHours"] = "median (hours)",
        ["standardHours"] = "standard (hours)",
        ["breachHours"] = "beyond it (hours)",
        ["driftPercent"] = "drift (%)",
        ["delayDays"] = "late by (days)",
        ["lagDays"] = "until then (days)",
        ["stated"] = "as stated",
        ["none"] = "no regression",
        ["if"] = "where",
        ["old"] = "before",
        ["new"] = "in its place",
        ["heldByChance"] = "held in random order",
        ["chanceToEndThatWeek"] = "chance to end in that week",
        ["newFactNeeded"] = "a new fact was needed",
        ["surfaceText"] = "surface, in words",
        ["structuralText"] = "structural, in words",
        ["missRate"] = "share missed",
        ["postHoc"] = "after the miss",
        ["openProgress"] = "progress that holds",
        ["notSaid"] = "not said",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Members =
        [.. new[] { typeof(Fact).Assembly, typeof(Words).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum).SelectMany(Enum.GetNames).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static readonly FrozenSet<string> Single = Members.ToFrozenSet(StringComparer.Ordinal);

    // Single words need no other; cells that are no member of an enumeration stand beside them.
    private static readonly FrozenDictionary<string, string> InCells =
        Members.Concat(["weeklyRules", "openProgress", "postHoc", "thoughtOnly", "beliefOnly", "answeredBefore"])
            .Where(key => key.Any(char.IsAsciiLetterUpper)).Distinct(StringComparer.Ordinal).ToFrozenDictionary(key => key, Of, StringComparer.Ordinal);

    /// <summary>A key in words, such as <c>weeks since</c> for <c>weeksSince</c>.</summary>
    public static string Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Special.TryGetValue(key, out var words))
        {
            return words;
        }

        var parted = new StringBuilder(key.Length + 4);
        foreach (var letter in key)
        {
            _ = char.IsAsciiLetterUpper(letter) ? parted.Append(' ').Append(char.ToLowerInvariant(letter)) : parted.Append(letter);
        }

        return parted.ToString();
    }

    /// <summary>The word of an enumeration, as a person reads it.</summary>
    public static string Of(Enum value) => Of(Text.Word(value));

    /// <summary>What a cell holds, in words where it holds a key, or several; else as it is.</summary>
    public static string InCell(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Found(cell) ?? cell;
    }

    /// <summary>Whether a column holds ids, which are for programs.</summary>
    public static bool IsId(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.EndsWith("Id", StringComparison.Ordinal) || column.EndsWith("Ids", StringComparison.Ordinal);
    }

    /// <summary>The keys among some cells, with their words.</summary>
    internal static IReadOnlyDictionary<string, string> Among(IEnumerable<Row> rows)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                if (cell is not null && Found(cell) is { } words)
                {
                    found[cell] = words;
                }
            }
        }

        return found;
    }

    // A text is no list of keys: each of its words would have to be one, or a single word of an enumeration.
    private static string? Found(string cell)
    {
        // Nearly all cells are numbers, days and texts.
        if (cell.Length is < 3 or > 80 || !char.IsAsciiLetterLower(cell[0]))
        {
            return null;
        }

        if (InCells.TryGetValue(cell, out var words))
        {
            return words;
        }

        var parts = cell.Contains(' ', StringComparison.Ordinal) ? cell.Split(' ') : [];
        return parts.Any(InCells.ContainsKey) && parts.All(part => InCells.ContainsKey(part) || Single.Contains(part))
            ? string.Join(", ", parts.Select(part => InCells.GetValueOrDefault(part, part))) : null;
    }
}
