using Journal.Recording;
using Journal.Web.Access;
using Marten;

namespace Journal.Benchmarks.Measuring;

/// <summary>Brings a seeded history in, past the deciders.</summary>
internal static class Filling
{
    private const int Chunk = 1000;

    /// <summary>Somebody new: nobody else's history is taken.</summary>
    public static async Task<Guid> NewPersonAsync(IDocumentStore store, Guid? id = null)
    {
        var person = new Person(id ?? Guid.CreateVersion7(), $"bench-{Guid.NewGuid():N}", "Etc/UTC", TimeProvider.System.GetUtcNow());
        await using var session = store.LightweightSession();
        session.Store(person);
        await session.SaveChangesAsync();
        return person.Id;
    }

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
