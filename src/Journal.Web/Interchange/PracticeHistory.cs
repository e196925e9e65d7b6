using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>A practice as the journal has it, and what an import adds to it.</summary>
internal sealed class PracticeHistory
{
    private readonly Dictionary<string, (Guid Outcome, DayMeaning Meaning)> days = new(StringComparer.Ordinal);
    private readonly List<(IJournalEvent Event, ImportHeader Row)> added = [];
    private PracticeFact? fact;

    public PracticeHistory(IEnumerable<RecordedEvent> events)
    {
        foreach (var e in events)
        {
            Version = e.Version;
            if (e.Data is IJournalEvent known)
                Take(known, ImportHeader.Of(e.Headers));
        }
    }

    public Practice? State { get; private set; }

    public long Version { get; }

    public IReadOnlyList<(IJournalEvent Event, ImportHeader Row)> Added => added;

    public (Guid Outcome, DayMeaning Meaning)? Day(string key) => days.TryGetValue(key, out var day) ? day : null;

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
        var cadence = fact!.Cadences[^1];
        return fact.Title == source.Title && cadence.Times == source.Times && cadence.Days == source.Days && cadence.Target == source.Target && fact.Unit == source.Unit
            ? null
            : new RevisePractice(source.Title, source.Times, source.Days, source.Target, source.Unit) { Id = source.Id };
    }

    private void Take(IJournalEvent e, ImportHeader? row)
    {
        State = Practice.Fold(State, e);
        fact = PracticeFact.Fold(fact, e, Guid.Empty, () => row?.Key);
        if (e is OutcomeRetracted retracted)
        {
            Forget(retracted.OutcomeId);
        }
        else if (row is not null && DayMeaning.Of(e) is { } meaning)
        {
            days[row.Key] = (meaning.Outcome, meaning.Meaning);
        }
    }

    // What the person retracted by hand stays retracted: the next import finds the row known.
    private void Forget(Guid outcome)
    {
        foreach (var (key, day) in days.Where(pair => pair.Value.Outcome == outcome).ToList())
        {
            days[key] = day with { Outcome = Guid.Empty };
        }
    }
}
