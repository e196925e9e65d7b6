using System.Security.Cryptography;
using System.Text.Json;
using Marten;

namespace Journal.Web.ReadModels;

/// <summary>Hashes of the documents of an alignment history: equal hashes, equal documents.</summary>
internal static class HistoryHash
{
    public static string Of(PersonHistory made) => Of(made.Weeks, made.Cycles);

    /// <summary>Of the documents that are kept for a person.</summary>
    public static async Task<string> OfAsync(IDocumentStore store, string tenant, CancellationToken ct)
    {
        await using var session = store.QuerySession(tenant);
        return Of(await session.Query<AlignmentHistoryWeek>().ToListAsync(ct), await session.Query<RegressionCycle>().ToListAsync(ct));
    }

    private static string Of(IEnumerable<AlignmentHistoryWeek> weeks, IEnumerable<RegressionCycle> cycles)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var week in weeks.OrderBy(week => week.Id, StringComparer.Ordinal))
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(week));
        foreach (var cycle in cycles.OrderBy(cycle => cycle.Id))
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(cycle));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
