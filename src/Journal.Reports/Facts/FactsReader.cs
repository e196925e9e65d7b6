using Journal.EventStore;

namespace Journal.Reports.Facts;

/// <summary>A person's facts, now or as they were known at an earlier moment. Both come from the same fold over the same events.</summary>
public sealed class FactsReader(PostgresEventStore store, FactsProjection projection)
{
    /// <summary>The facts with every event in them that is committed, however far the stored ones have come.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="knownAt">Append time: only what was recorded by then; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public Task<JournalFacts> ReadAsync(Guid person, DateTimeOffset? knownAt, CancellationToken ct) =>
        knownAt is { } moment ? ReplayAsync(person, moment, ct) : ReadAsync(person, kinds: null, ct);

    /// <summary>The facts of some kinds, with every event in them that is committed.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="kinds">The words of <see cref="Fact.Kind"/>; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JournalFacts> ReadAsync(Guid person, IReadOnlyCollection<string>? kinds, CancellationToken ct)
    {
        var current = await store.ReadCurrentAsync(projection, person.ToString("D"), kinds, ct);
        return new(current.Position, [.. current.Documents.Select(document => document.Value)]);
    }

    private async Task<JournalFacts> ReplayAsync(Guid person, DateTimeOffset knownAt, CancellationToken ct)
    {
        var events = await store.ReadTenantAsync(person.ToString("D"), new EventFilter { RecordedUntil = knownAt }, ct);
        var facts = new Dictionary<Guid, Fact>();
        foreach (var e in events)
        {
            foreach (var key in projection.Keys(e))
            {
                if (projection.Apply(key, facts.GetValueOrDefault(key), e) is { } fact)
                {
                    facts[key] = fact;
                }
                else
                {
                    facts.Remove(key);
                }
            }
        }

        return new(events.Count > 0 ? events[^1].Position : 0, facts.Values);
    }
}
