using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>A practice as the journal has it, and what an import adds to it.</summary>
internal sealed class PracticeHistory
{
    private readonly Dictionary<string, (Guid Outcome, DayMeaning Meaning)> days = new(StringComparer.Ordinal);
    private readonly List<(IJournalEvent Event, ImportHeader Row)> added = [];
    private readonly string? begun;

    public PracticeHistory(IEnumerable<RecordedEvent> events)
    {
        foreach (var e in events)
        {
            Version = e.Version;
            var row = ImportHeader.Of(e.Headers);
            if (FactKinds.BegunBy(e.Data.GetType()) is not null)
                begun = row?.Key;
            if (e.Data is IJournalEvent known)
                Take(known, row);
        }
    }

    public Practice? State { get; private set; }

    public PracticeFact? Fact { get; private set; }

    public long Version { get; }

    /// <summary>The key of the row it was adopted from; null where it was adopted here.</summary>
    public string? Key => begun;

    /// <summary>Whether the person gave it up here: then the source does not take it up again.</summary>
    public bool IsDroppedByPerson { get; private set; }

    /// <summary>The last row that was kept of the practice itself.</summary>
    public ImportHeader? Row { get; private set; }

    public IReadOnlyList<(IJournalEvent Event, ImportHeader Row)> Added => added;

    /// <summary>The days that stand as the source had them last, by the key of their row.</summary>
    public IReadOnlyDictionary<string, (Guid Outcome, DayMeaning Meaning)> Days => days;

    public void Add(IEnumerable<IJournalEvent> events, ImportHeader row)
    {
        foreach (var e in events)
        {
            added.Add((e, row));
            Take(e, row);
        }
    }

    /// <summary>What to revise so that the practice reads as the source now has it; null when it does already.</summary>
    public RevisePractice? Revision(AdoptPractice source)
    {
        var (fact, cadence) = (Fact!, Fact!.Cadences[^1]);
        var revision = new RevisePractice(
            Changed(fact.Title, source.Title),
            cadence.Times == source.Times ? null : source.Times,
            cadence.Days == source.Days ? null : source.Days,
            cadence.Target == source.Target ? null : source.Target,
            Changed(fact.Unit, source.Unit),
            Bound: fact.Bound == source.Bound ? null : source.Bound,
            Silence: fact.SilenceMeans == source.Silence ? null : source.Silence,
            SilenceUntil: Day(source.SilenceUntil) == fact.SilenceUntil ? null : source.SilenceUntil)
        {
            Id = source.Id,
        };
        return revision with { Id = default } == new RevisePractice() ? null : revision;
    }

    private static string? Changed(string? before, string? now) => before == now ? null : now;

    private static DateOnly? Day(DateTimeOffset? moment) => moment is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    private void Take(IJournalEvent e, ImportHeader? row)
    {
        var before = State;
        State = Practice.Fold(State, e);
        if (State is { Dropped: true } && before is { Dropped: false })
            IsDroppedByPerson = row is null;
        Fact = PracticeFact.Fold(Fact, e, Guid.Empty, () => row?.Key);
        if (row is not null && FactKinds.Folding(e.GetType())?.Fact == typeof(PracticeFact))
            Row = row;
        if (e is OutcomeRetracted retracted)
            Forget(retracted.OutcomeId, row is not null);
        else if (row is not null && DayMeaning.Of(e) is { } meaning)
            days[row.Key] = (meaning.Outcome, meaning.Meaning);
    }

    // What the source took back may come again. What the person retracted by hand stays retracted: the next import finds the row known.
    private void Forget(Guid outcome, bool bySource)
    {
        foreach (var (key, day) in days.Where(pair => pair.Value.Outcome == outcome).ToList())
        {
            if (bySource)
                days.Remove(key);
            else
                days[key] = day with { Outcome = Guid.Empty };
        }
    }
}
