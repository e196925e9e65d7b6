using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Benchmarks.EventStore;

/// <summary>A rebuild by hand: scan, deserialise, fold into a dictionary, COPY the documents into a table with its key.</summary>
internal static class RawRebuild
{
    public static async Task<int> RunAsync(NpgsqlDataSource db, string schema)
    {
        await using var connection = await db.OpenConnectionAsync();
        var (sums, events) = (new Dictionary<(string, Guid), Sum>(), 0);
        await using (var command = new NpgsqlCommand($"select tenant_id, stream_id, type, data from {schema}.mt_events order by seq_id", connection) { CommandTimeout = 0 })
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync())
            {
                if (row.GetString(2) != "measured")
                    continue;
                var key = (row.GetString(0), row.GetGuid(1));
                sums[key] = Measurements.Fold(sums.GetValueOrDefault(key), RawRead.Decode(row, 3));
                events++;
            }
        await CopyAsync(connection, schema, sums);
        return events;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string schema, Dictionary<(string Tenant, Guid Stream), Sum> sums)
    {
        await using (var create = new NpgsqlCommand($"""
            set client_min_messages = warning;
            drop table if exists {schema}.raw_sums;
            create table {schema}.raw_sums (tenant_id varchar not null, key uuid not null, kind text not null, document json not null, primary key (tenant_id, key))
            """, connection))
            await create.ExecuteNonQueryAsync();
        await using var copy = await connection.BeginBinaryImportAsync($"copy {schema}.raw_sums from stdin (format binary)");
        foreach (var (key, sum) in sums)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(key.Tenant, NpgsqlDbType.Varchar);
            await copy.WriteAsync(key.Stream, NpgsqlDbType.Uuid);
            await copy.WriteAsync("sum", NpgsqlDbType.Text);
            await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(sum, MeasuredJson.Default.Sum), NpgsqlDbType.Json);
        }
        await copy.CompleteAsync();
    }
}
