using Journal.Facts;

namespace Journal.Web.ReadModels;

/// <summary>People's records as far as the log is settled. Those read lately are kept, so that an append costs what it adds.</summary>
internal sealed class SettledRecords(PersonEvents events)
{
    private const int KeptFacts = 50_000;
    private readonly FactsCache cache = new(KeptFacts, events);

    /// <param name="person">Whose.</param>
    /// <param name="tenant">Their tenant.</param>
    /// <param name="until">A position that is settled.</param>
    /// <param name="afresh">Takes nothing from memory.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The record, and the subjects that changed since it was read last; null for all.</returns>
    public async Task<(JournalFacts Facts, IReadOnlySet<Guid>? Changed)> ReadAsync(Guid person, string tenant, long until, bool afresh, CancellationToken ct)
    {
        if (!afresh && cache.Find(person) is { } held)
        {
            var (since, before) = await events.SettledAsync(tenant, held.Facts.Position, until, ct);
            // Somebody may have taken events away behind our back.
            if (before == held.Known)
                return (Keep(person, held.Follow(since)), since.Select(e => e.Stream).ToHashSet());
        }

        var (all, nothing) = await events.SettledAsync(tenant, 0, until, ct);
        return (Keep(person, PersonRecord.Of(all, nothing)), null);
    }

    private JournalFacts Keep(Guid person, PersonRecord record)
    {
        cache.Keep(person, record);
        return record.Facts;
    }
}
