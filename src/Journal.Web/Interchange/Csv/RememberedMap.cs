using System.Security.Cryptography;
using System.Text;
using Marten;

namespace Journal.Web.Interchange.Csv;

/// <summary>What somebody said the columns of a table mean. The next table of the same columns is taken so, until they say otherwise.</summary>
/// <param name="Id">Made of the names of the columns, whatever their order.</param>
/// <param name="Map">The meanings by the names of the columns, all of them.</param>
/// <param name="Said">When they said so.</param>
public sealed record RememberedMap(Guid Id, IReadOnlyDictionary<string, string> Map, DateTimeOffset Said)
{
    /// <summary>The most that are kept of one person; who says more loses those that were said first.</summary>
    public const int Most = 100;

    private const string Between = "\u001f";

    public static Guid IdOf(IEnumerable<string> columns) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, columns.Order(StringComparer.Ordinal)))).AsSpan(0, 16));

    /// <summary>Keeps what was said of the columns of a table that came in.</summary>
    internal static async Task KeepAsync(IDocumentStore store, Guid person, IReadOnlyDictionary<string, string> map, DateTimeOffset now, CancellationToken ct)
    {
        await using var session = store.LightweightSession(person.ToString("D"));
        session.Store(new RememberedMap(IdOf(map.Keys), map, now));
        foreach (var old in await session.Query<RememberedMap>().OrderByDescending(one => one.Said).Skip(Most - 1).ToListAsync(ct))
            session.Delete(old);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Everything that a person said of the columns of tables.</summary>
    internal static async Task<IReadOnlyList<RememberedMap>> AllAsync(IDocumentStore store, Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession(person.ToString("D"));
        return await session.Query<RememberedMap>().ToListAsync(ct);
    }
}
