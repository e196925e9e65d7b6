using System.Collections.Concurrent;
using Journal.EventStore.Projections;

namespace Journal.Facts;

/// <summary>Keeps the facts of the people who were asked for last, each as of a progress of the projection, so that only what came since has to be read.</summary>
/// <param name="capacity">Facts kept in all; about half a kilobyte each.</param>
internal sealed class FactsCache(int capacity)
{
    private readonly ConcurrentDictionary<Guid, Held> people = [];
    private long clock;

    public Held? Find(Guid person)
    {
        if (!people.TryGetValue(person, out var held))
            return null;
        held.LastUse = Interlocked.Increment(ref clock);
        return held;
    }

    public void Keep(Guid person, Held held)
    {
        if (held.Facts.Count == 0 || held.Facts.Count > capacity)
            return;
        held.LastUse = Interlocked.Increment(ref clock);
        people[person] = held;
        while (people.Values.Sum(one => one.Facts.Count) > capacity && people.MinBy(pair => pair.Value.LastUse) is { Key: var oldest } && people.Count > 1)
            people.TryRemove(oldest, out _);
    }

    public void Drop(Guid person) => people.TryRemove(person, out _);

    /// <param name="Stored">Every event up to its progress is in the facts.</param>
    /// <param name="Facts">By key.</param>
    /// <param name="Sorted">The same facts for reports.</param>
    internal sealed record Held(DocumentsAsOf Stored, IReadOnlyDictionary<Guid, Fact> Facts, JournalFacts Sorted)
    {
        public long LastUse { get; set; }
    }
}
