using Journal.EventStore;
using Journal.EventStore.Projections;

namespace Journal.Facts;

/// <summary>A person's facts, now or as they were known at an earlier moment. Both come from the same fold over the same events.</summary>
/// <remarks>Facts read lately are kept in memory; each read asks the store what came since, and whether anybody was erased.</remarks>
public sealed class FactsReader(PostgresEventStore store, FactsProjection projection)
{
    private const int KeptFacts = 200_000;
    private const int ManyEvents = 2000;
    private readonly FactsCache cache = new(KeptFacts);

    /// <summary>The facts with every event in them that is committed, however far the stored ones have come.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="knownAt">Append time: only what was recorded by then; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public Task<JournalFacts> ReadAsync(Guid person, DateTimeOffset? knownAt, CancellationToken ct) =>
        knownAt is { } moment ? ReplayAsync(person, moment, ct) : ReadAllAsync(person, ct);

    /// <summary>The facts of some kinds, with every event in them that is committed.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="kinds">The words of <see cref="Fact.Kind"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JournalFacts> ReadAsync(Guid person, IReadOnlyCollection<string> kinds, CancellationToken ct)
    {
        var current = await store.ReadCurrentAsync(projection, person.ToString("D"), kinds, ct);
        return new(current.Position, [.. current.Documents.Select(document => document.Value)]);
    }

    private async Task<JournalFacts> ReadAllAsync(Guid person, CancellationToken ct) =>
        cache.Find(person) is { } held && await store.ReadChangesAsync(projection, person.ToString("D"), held.Stored, ManyEvents, ct) is { } changes
            ? Follow(person, held, changes.Stored, changes.Events)
            : await ReadAnewAsync(person, ct);

    private async Task<JournalFacts> ReadAnewAsync(Guid person, CancellationToken ct)
    {
        cache.Drop(person);
        var current = await store.ReadCurrentAsync(projection, person.ToString("D"), null, ct);
        var facts = new JournalFacts(current.Position, [.. current.Documents.Select(document => document.Value)]);
        // With a tail folded in, they are not those of the progress.
        if (current.Tail.Count == 0)
            cache.Keep(person, new(current.Stored, current.Documents.ToDictionary(document => document.Key, document => document.Value), facts));
        return facts;
    }

    // What is settled stays; what may still be overtaken is folded for this answer alone.
    private JournalFacts Follow(Guid person, FactsCache.Held held, DocumentsAsOf stored, IReadOnlyList<RecordedEvent> events)
    {
        var settled = events.TakeWhile(e => e.Position <= stored.Progress).ToList();
        if (stored.Progress > held.Stored.Progress)
        {
            var facts = settled.Count > 0 ? Fold(held.Facts, settled) : held.Facts;
            held = new(stored, facts, settled.Count > 0 ? held.Sorted.Followed(settled[^1].Position, [.. facts.Values]) : held.Sorted);
            cache.Keep(person, held);
        }

        return events.Count == settled.Count ? held.Sorted : held.Sorted.Followed(events[^1].Position, [.. Fold(held.Facts, events.Skip(settled.Count)).Values]);
    }

    private static Dictionary<Guid, Fact> Fold(IReadOnlyDictionary<Guid, Fact> before, IEnumerable<RecordedEvent> events)
    {
        var facts = new Dictionary<Guid, Fact>(before);
        foreach (var e in events)
        {
            if (FactFold.Key(e.Data) is not { } key)
            {
                continue;
            }

            if (FactsProjection.Fold(facts.GetValueOrDefault(key), e) is { } fact)
            {
                facts[key] = fact;
            }
            else
            {
                facts.Remove(key);
            }
        }

        return facts;
    }

    private async Task<JournalFacts> ReplayAsync(Guid person, DateTimeOffset knownAt, CancellationToken ct) =>
        new FactsSoFar().Take(await store.ReadTenantAsync(person.ToString("D"), new EventFilter { RecordedUntil = knownAt }, ct)).Now();
}
