using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Journal.EventStore.Projections;

/// <summary>Hashes stored documents, so that live and rebuilt rows can be compared.</summary>
internal static class DocumentHash
{
    // The length before each part keeps one document's end apart from the next one's beginning.
    public static async Task<string> OfTenantAsync(PostgresEventStore store, string table, string tenant, CancellationToken ct)
    {
        await using var command = store.Db.CreateCommand($"""
            select key, kind, octet_length(document::text), document::text
            from {store.Schema}.{SqlName.Quote(table)} where tenant_id = $1 order by key
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        await using var row = await command.ExecuteReaderAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await row.ReadAsync(ct))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.GetGuid(0)} {row.GetString(1)} {row.GetInt32(2)} "));
            hash.AppendData(row.GetFieldValue<byte[]>(3));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
