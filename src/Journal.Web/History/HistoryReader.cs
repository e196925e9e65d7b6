using Journal.Facts;

namespace Journal.Web.History;

/// <summary>Reads a person's events page by page, in the order of the log.</summary>
internal sealed class HistoryReader(PersonEvents store)
{
    private const int Chunk = 1000;

    /// <returns>At most <paramref name="limit"/> events behind <paramref name="after"/>, and the position to go on from; null when there is no more.</returns>
    public async Task<(List<RecordedEvent> Events, long? Next)> ReadAsync(string tenant, HistoryFilter filter, long after, int limit, CancellationToken ct)
    {
        // Which aim a subject serves is known only from its beginning.
        var links = filter.Aim is null ? null : new AimLinks();
        var found = new List<RecordedEvent>(Math.Min(limit, Chunk));
        for (var position = links is null ? after : 0; ;)
        {
            var chunk = await store.PageAsync(tenant, position, Chunk, links is null ? filter.Types : null, filter.KnownAt, ct);
            foreach (var e in chunk.Where(e => (links is null || IsOf(links, e, filter)) && e.Position > after && filter.Includes(e)))
            {
                if (found.Count == limit)
                    return (found, found[^1].Position);
                found.Add(e);
            }

            if (chunk.Count < Chunk)
                return (found, null);
            position = chunk[^1].Position;
        }
    }

    private static bool IsOf(AimLinks links, RecordedEvent e, HistoryFilter filter) =>
        links.Follow(e) == filter.Aim && (filter.Types is null || filter.Types.Contains(e.Type));
}
