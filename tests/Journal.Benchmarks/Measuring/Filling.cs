using Journal.Recording;
using Marten;

namespace Journal.Benchmarks.Measuring;

/// <summary>Brings a seeded history in, past the deciders.</summary>
internal static class Filling
{
    private const int Chunk = 1000;

    public static async Task AppendAsync(IDocumentStore store, string tenant, IEnumerable<IJournalEvent> events)
    {
        foreach (var chunk in events.Chunk(Chunk))
        {
            await using var session = store.LightweightSession(tenant);
            foreach (var subject in chunk.GroupBy(e => e.SubjectId))
                session.Events.Append(subject.Key, [.. subject]);
            await session.SaveChangesAsync();
        }
    }
}
