namespace Journal.Web.Interchange;

/// <summary>Counts the rows of one practice.</summary>
internal sealed class ImportTally(ImportedPractice practice, Guid id, string key)
{
    private readonly SortedDictionary<string, int> reasons = new(practice.LeftOut.ToDictionary(), StringComparer.Ordinal);
    private readonly List<SkippedRow> rows = [];
    private int created;
    private int changed;
    private int duplicate;
    private int takenBack;

    public void Create() => created++;

    public void Change() => changed++;

    public void Repeat() => duplicate++;

    public void TakeBack() => takenBack++;

    /// <param name="reason">A code.</param>
    /// <param name="place">The key of the row.</param>
    public void Skip(string reason, string place)
    {
        reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        rows.Add(new(place, reason));
    }

    public IReadOnlyDictionary<string, int> Reasons => reasons;

    public IReadOnlyDictionary<string, int> Warned => practice.Warnings;

    public IReadOnlyList<SkippedRow> Rows => rows;

    public ImportedPracticeSummary Summary() => new(id, practice.Adopt.Title, key, created, changed, duplicate, reasons.Values.Sum(), takenBack);
}
