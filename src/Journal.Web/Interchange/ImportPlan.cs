using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>One event that an import records.</summary>
/// <param name="Stream">Its subject.</param>
/// <param name="Before">The subject's version before the import; 0 where the import begins it.</param>
/// <param name="Event">The event.</param>
/// <param name="Row">The row it comes from.</param>
/// <param name="Zone">The zone it was recorded in.</param>
internal sealed record PlannedEvent(Guid Stream, long Before, IJournalEvent Event, ImportHeader Row, string Zone);

/// <summary>One pass over a file: what it says is held against what the journal has of it, and the difference comes out as events. Nothing is stored by it.</summary>
internal sealed class ImportPlan(ImportedBefore before, Author author, DateTimeOffset now)
{
    /// <summary>The warnings about what was imported before and is not in the file.</summary>
    public const string AbsentPractice = "practice.absent";
    public const string AbsentRecord = "record.absent";

    private const string Locked = "import.locked";

    private readonly KnownPractices practices = new(before);
    private readonly List<ImportTally> tallies = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> words = new(StringComparer.Ordinal);
    private int created;
    private int changed;
    private int duplicate;
    private int found;

    /// <summary>The events, while the file is read.</summary>
    /// <param name="file">What it says.</param>
    /// <param name="row">Called after each row.</param>
    /// <param name="ct">Cancels.</param>
    public IEnumerable<PlannedEvent> Events(ImportedFile file, Action row, CancellationToken ct)
    {
        foreach (var record in file.Records)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var planned in record is ImportedPractice practice ? Practice(practice, row) : Subject((ImportedSubject)record, file.Notes))
                yield return planned;
            row();
        }
    }

    /// <summary>What came of it, once all events were asked for.</summary>
    public ImportSummary Summary(ImportedFile file, bool dryRun)
    {
        var practices = tallies.Select(tally => tally.Summary()).ToList();
        var keys = file.Keys ?? "";
        var reasons = Sum([file.Notes.Skipped, .. tallies.Select(tally => tally.Reasons)]);
        var (all, other, same) = (created + practices.Sum(one => one.Created), changed + practices.Sum(one => one.Changed), duplicate + practices.Sum(one => one.Duplicate));
        return new(file.Source, author.Person, dryRun, all + other + same + reasons.Values.Sum(), all, other, same, reasons.Values.Sum(), reasons, practices)
        {
            TakenBack = practices.Sum(one => one.TakenBack),
            Records = words,
            Warnings = Sum([file.Notes.Warned, .. tallies.Select(tally => tally.Warned), Absent(AbsentPractice, this.practices.Absent(keys)), Absent(AbsentRecord, before.Count(keys) - found)]),
            SkippedRows = [.. file.Notes.Rows.Concat(tallies.SelectMany(tally => tally.Rows)).Take(ImportSummary.MostRows)],
            Map = file.Map,
            MapIsRemembered = file.MapIsRemembered,
        };
    }

    private IEnumerable<PlannedEvent> Practice(ImportedPractice practice, Action row)
    {
        var place = practices.Find(author, practice);
        var tally = new ImportTally(practice, place.Id, place.Key);
        tallies.Add(tally);
        if (before.IsLocked(place.Id))
        {
            foreach (var left in practice.Days.Select(day => day.Row).Prepend(practice.Row))
                tally.Skip(Locked, left.Key);
            return [];
        }

        new PracticeImporter(author, now).Run(practice, place, tally, row);
        return place.History.Added.Select(one => new PlannedEvent(place.Id, place.History.Version, one.Event, one.Row, author.Zone.Id));
    }

    private IEnumerable<PlannedEvent> Subject(ImportedSubject subject, ImportNotes notes)
    {
        var key = subject.Row.Key;
        if (!seen.Add(key))
        {
            notes.Skip(subject.Place, "row.doubled");
            return [];
        }

        var known = before.Find(key);
        found += known is null ? 0 : 1;
        var (id, version) = known is { Said: not null } ? (known.Id, known.Version) : (Id(key, known?.Times ?? 0), 0);
        var begun = subject.Begin(id, now);
        if ((known is null && before.IsLocked(id) ? Locked : begun.Refusal?.Code) is { } reason)
        {
            notes.Skip(subject.Place, reason);
            return [];
        }

        if (known is not { Said: { } said })
        {
            Count(subject, ref created);
            return Planned(subject, id, 0, begun.Events);
        }

        if (known.IsTakenBackByPerson || ImportedBefore.Fold(begun.Events) is not { } says || subject.IsSame(says, said))
        {
            duplicate++;
            return [];
        }

        Count(subject, ref changed);
        var change = subject.Change(id, said, now);
        return change.Refusal is null ? Planned(subject, id, version, change.Events)
            : [.. Planned(subject, id, version, subject.TakeBack(id, now).Events), .. Planned(subject, Id(key, known.Times), 0, subject.Begin(Id(key, known.Times), now).Events)];
    }

    private void Count(ImportedSubject subject, ref int counted)
    {
        counted++;
        words[subject.Word] = words.GetValueOrDefault(subject.Word) + 1;
    }

    private IEnumerable<PlannedEvent> Planned(ImportedSubject subject, Guid id, long version, IReadOnlyList<IJournalEvent> events) =>
        events.Select(e => new PlannedEvent(id, version, e, subject.Row, subject.Zone ?? author.Zone.Id));

    private Guid Id(string key, int times) => times == 0 ? NamedId.Create(author.Person, key) : NamedId.Create(author.Person, key, times.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Dictionary<string, int> Absent(string warning, int times) => times > 0 ? new() { [warning] = times } : [];

    private static Dictionary<string, int> Sum(IEnumerable<IReadOnlyDictionary<string, int>> counts) => counts.SelectMany(one => one)
        .GroupBy(pair => pair.Key, pair => pair.Value).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum());
}
