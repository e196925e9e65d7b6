using Journal.Facts;

namespace Journal.Web.Interchange;

/// <summary>What a file says.</summary>
/// <param name="Source">What was read, such as <c>loop 12</c>.</param>
/// <param name="Records">What it says, one after another; read while it is asked for.</param>
/// <param name="Notes">What became nothing, or could not be kept as it was; complete once the records were read.</param>
public sealed record ImportedFile(string Source, IEnumerable<ImportedRecord> Records, ImportNotes Notes)
{
    /// <summary>What the keys of this very source begin with, where several sources have one format; null where all of a format are one.</summary>
    public string? Keys { get; init; }

    /// <summary>What was taken for what, column by column; null where the format leaves no choice.</summary>
    public IReadOnlyDictionary<string, string>? Map { get; init; }

    /// <summary>Whether that is what the person said of such a file before.</summary>
    public bool MapIsRemembered { get; init; }
}

/// <summary>Something that a file says, with the row it says it in.</summary>
/// <param name="Row">The row as it stood, under a key that stays the same in every later export.</param>
public abstract record ImportedRecord(ImportHeader Row);

/// <summary>What of a file became nothing, and what was not kept as it was.</summary>
public sealed class ImportNotes
{
    private const int MostLines = 100;

    private readonly SortedDictionary<string, int> skipped = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> warned = new(StringComparer.Ordinal);
    private readonly List<SkippedRow> rows = [];

    public IReadOnlyDictionary<string, int> Skipped => skipped;

    public IReadOnlyDictionary<string, int> Warned => warned;

    /// <summary>The first of those that were skipped.</summary>
    public IReadOnlyList<SkippedRow> Rows => rows;

    /// <param name="place">Where it stands, such as <c>line 12</c>; never what it says.</param>
    /// <param name="reason">A code.</param>
    public void Skip(string place, string reason)
    {
        skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
        if (rows.Count < MostLines)
            rows.Add(new(place, reason));
    }

    /// <param name="reason">A code.</param>
    /// <param name="times">How many there are of it.</param>
    public void Skip(string reason, int times)
    {
        if (times > 0)
            skipped[reason] = skipped.GetValueOrDefault(reason) + times;
    }

    public void Warn(string warning) => warned[warning] = warned.GetValueOrDefault(warning) + 1;
}

/// <summary>A row that became nothing.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Reason">Why, as a code.</param>
public sealed record SkippedRow(string Place, string Reason);
