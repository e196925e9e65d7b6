using System.Collections.Concurrent;

namespace Journal.Facts;

/// <summary>Keeps the records of the people who were asked for last, so that only what came since has to be read.</summary>
internal sealed class FactsCache
{
    private readonly ConcurrentDictionary<Guid, Held> people = [];
    private readonly int capacity;
    private long clock;

    /// <param name="capacity">Facts kept in all; about a kilobyte each, with what reports have worked out of them.</param>
    /// <param name="events">What they were read by; says who is to be forgotten.</param>
    public FactsCache(int capacity, PersonEvents events)
    {
        this.capacity = capacity;
        events.Forgotten += person => people.TryRemove(person, out _);
    }

    public PersonRecord? Find(Guid person)
    {
        if (!people.TryGetValue(person, out var held))
            return null;
        held.LastUse = Interlocked.Increment(ref clock);
        return held.Record;
    }

    public void Keep(Guid person, PersonRecord record)
    {
        if (record.Facts.All.Count > capacity)
        {
            people.TryRemove(person, out _);
            return;
        }

        people[person] = new(record) { LastUse = Interlocked.Increment(ref clock) };
        while (people.Values.Sum(one => one.Record.Facts.All.Count) > capacity && people.Count > 1 && people.MinBy(pair => pair.Value.LastUse) is { Key: var oldest })
            people.TryRemove(oldest, out _);
    }

    private sealed record Held(PersonRecord Record)
    {
        public long LastUse { get; set; }
    }
}
