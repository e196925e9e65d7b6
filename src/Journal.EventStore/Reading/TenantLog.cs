using System.Runtime.CompilerServices;
using Npgsql;

namespace Journal.EventStore.Reading;

/// <summary>Reads all of one tenant's events, one row at a time.</summary>
internal static class TenantLog
{
    /// <summary>$1 tenant. The sum hides the position from the planner, which would else walk the key of the whole log when it takes the tenant for most of it.</summary>
    private static string Sql(string schema) =>
        $"select {EventColumns.OfTenant} from {schema}.mt_events where tenant_id = $1 and is_archived is not true order by seq_id + 0";

    public static async IAsyncEnumerable<RecordedEvent> ReadAsync(PostgresEventStore store, string tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Sql(store.Schema), connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        var columns = store.Reading.Columns(tenant);
        while (await row.ReadAsync(ct))
            yield return columns.Read(row)!;
    }
}
