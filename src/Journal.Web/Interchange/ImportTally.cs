namespace Journal.Web.Interchange;

/// <summary>Counts the rows of one practice.</summary>
internal sealed class ImportTally(Guid practice, string title, string source)
{
    private readonly SortedDictionary<string, int> reasons = new(StringComparer.Ordinal);
    private int created;
    private int changed;
    private int duplicate;

    public IReadOnlyDictionary<string, int> Reasons => reasons;

    public void Create() => created++;

    public void Change() => changed++;

    public void Repeat() => duplicate++;

    public void Skip(string reason) => reasons[reason] = reasons.GetValueOrDefault(reason) + 1;

    public ImportedPracticeSummary Summary() => new(practice, title, source, created, changed, duplicate, reasons.Values.Sum());

    public static ImportSummary Total(string source, Guid person, bool dryRun, IReadOnlyList<ImportTally> tallies)
    {
        var practices = tallies.Select(tally => tally.Summary()).ToList();
        return new(
            source,
            person,
            dryRun,
            practices.Sum(one => one.Created + one.Changed + one.Duplicate + one.Skipped),
            practices.Sum(one => one.Created),
            practices.Sum(one => one.Changed),
            practices.Sum(one => one.Duplicate),
            practices.Sum(one => one.Skipped),
            tallies.SelectMany(tally => tally.Reasons).GroupBy(pair => pair.Key, pair => pair.Value).OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Sum()),
            practices);
    }
}
