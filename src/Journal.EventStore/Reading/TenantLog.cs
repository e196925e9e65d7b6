using System.Runtime.CompilerServices;
using Npgsql;

namespace Journal.EventStore.Reading;

/// <summary>Reads all of one tenant's events, one row at a time.</summary>
internal static class TenantLog
{
    /// <summary>$1 tenant. Without a limit there is nothing that could make walking the key of the whole log look cheap.</summary>
    private static string Sql(string schema) =>
        $"select {EventColumns.List} from {schema}.mt_events where tenant_id = $1 and is_archived is not true order by seq_id";

    public static async IAsyncEnumerable<RecordedEvent> ReadAsync(PostgresEventStore store, string tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Sql(store.Schema), connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        var columns = store.Reading.Columns(tenant: tenant);
        while (await row.ReadAsync(ct))
            yield return columns.Read(row)!;
    }
}
