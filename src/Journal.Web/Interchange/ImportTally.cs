namespace Journal.Web.Interchange;

/// <summary>Counts the rows of one practice.</summary>
internal sealed class ImportTally(ImportedPractice practice)
{
    /// <summary>The warning about practices that were imported before and that a file does not have.</summary>
    private const string Absent = "practice.absent";

    private readonly SortedDictionary<string, int> reasons = new(practice.LeftOut.ToDictionary(), StringComparer.Ordinal);
    private int created;
    private int changed;
    private int duplicate;
    private int takenBack;

    public void Create() => created++;

    public void Change() => changed++;

    public void Repeat() => duplicate++;

    public void TakeBack() => takenBack++;

    public void Skip(string reason) => reasons[reason] = reasons.GetValueOrDefault(reason) + 1;

    public ImportedPracticeSummary Summary() => new(practice.Adopt.Id, practice.Adopt.Title, practice.Row.Key, created, changed, duplicate, reasons.Values.Sum(), takenBack);

    public static ImportSummary Total(ImportedFile file, Guid person, bool dryRun, IReadOnlyList<ImportTally> tallies, int absent)
    {
        var practices = tallies.Select(tally => tally.Summary()).ToList();
        var reasons = Sum([file.Orphans, .. tallies.Select(tally => tally.reasons)]);
        return new(
            file.Source,
            person,
            dryRun,
            practices.Sum(one => one.Created + one.Changed + one.Duplicate) + reasons.Values.Sum(),
            practices.Sum(one => one.Created),
            practices.Sum(one => one.Changed),
            practices.Sum(one => one.Duplicate),
            reasons.Values.Sum(),
            reasons,
            practices)
        {
            TakenBack = practices.Sum(one => one.TakenBack),
            Warnings = Sum([.. tallies.Select(tally => tally.Warned), absent > 0 ? new Dictionary<string, int> { [Absent] = absent } : []]),
        };
    }

    private IReadOnlyDictionary<string, int> Warned => practice.Warnings;

    private static Dictionary<string, int> Sum(IEnumerable<IReadOnlyDictionary<string, int>> counts) => counts.SelectMany(one => one)
        .GroupBy(pair => pair.Key, pair => pair.Value).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum());
}
