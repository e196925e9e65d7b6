using Journal.Recording;

namespace Journal.Facts;

/// <summary>A person's facts, now or as they were known at an earlier moment. Both come from the same fold over the same events.</summary>
/// <remarks>The records read lately are kept in memory with the position they are as of; each read brings them up to date by what came since.</remarks>
public sealed class FactsReader(PersonEvents events)
{
    private const int KeptFacts = 100_000;
    private readonly FactsCache cache = new(KeptFacts, events);

    /// <summary>The facts with every event in them that is committed.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="knownAt">Append time: only what was recorded by then; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JournalFacts> ReadAsync(Guid person, DateTimeOffset? knownAt, CancellationToken ct)
    {
        var tenant = Author.TenantOf(person);
        if (knownAt is { } moment)
            return new FactsSoFar().Take(await events.ReadAsync(tenant, moment, ct)).Now();
        if (cache.Find(person) is { } held)
        {
            var (since, before) = await events.ChangesAsync(tenant, held.Facts.Position, ct);
            if (before == held.Known)
                return Keep(person, held.Follow(since));
        }

        var (all, nothing) = await events.ChangesAsync(tenant, 0, ct);
        return Keep(person, PersonRecord.Of(all, nothing));
    }

    private JournalFacts Keep(Guid person, PersonRecord record)
    {
        cache.Keep(person, record);
        return record.Facts;
    }
}
