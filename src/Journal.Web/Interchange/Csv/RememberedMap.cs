using Journal.Sealing;
using Marten;

namespace Journal.Web.Interchange.Csv;

/// <summary>What somebody said the columns of a table mean. The next table of the same columns is taken so, until they say otherwise.</summary>
/// <param name="Id">Tells nothing of the columns.</param>
/// <param name="Map">The meanings by the names of the columns, all of them.</param>
/// <param name="Said">When they said so.</param>
[HoldsWords]
public sealed record RememberedMap(Guid Id, [property: Personal] IReadOnlyDictionary<string, string> Map, DateTimeOffset Said)
{
    /// <summary>The most that are kept of one person; who says more loses those that were said first.</summary>
    public const int Most = 100;

    /// <summary>Whether it is about a table of these columns, whatever their order.</summary>
    public bool IsOf(IReadOnlySet<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.SetEquals(Map.Keys);
    }

    /// <summary>Keeps what was said of the columns of a table that came in.</summary>
    internal static async Task KeepAsync(IDocumentStore store, WordSealer sealer, Guid person, IReadOnlyDictionary<string, string> map, DateTimeOffset now, CancellationToken ct)
    {
        await using var session = store.LightweightSession(person.ToString("D"));
        var columns = map.Keys.ToHashSet(StringComparer.Ordinal);
        var others = new List<RememberedMap>();
        foreach (var old in await AllAsync(session, ct))
        {
            if (old.IsOf(columns) || others.Count == Most - 1)
                session.Delete(old);
            else
                others.Add(old);
        }

        var kept = new RememberedMap(Guid.CreateVersion7(now), map, now);
        await sealer.ClaimAsync(kept, session.TenantId, ct);
        session.Store(kept);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Everything that a person said of the columns of tables, what was said last first.</summary>
    internal static async Task<IReadOnlyList<RememberedMap>> AllAsync(IDocumentStore store, Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession(person.ToString("D"));
        return await AllAsync(session, ct);
    }

    private static Task<IReadOnlyList<RememberedMap>> AllAsync(IQuerySession session, CancellationToken ct) => session.Query<RememberedMap>().OrderByDescending(one => one.Said).ToListAsync(ct);
}
