using System.Globalization;
using Npgsql;

namespace Journal.Cli.Backup;

/// <summary>What a schema holds, as a count and a hash of each table: equal where every row is.</summary>
internal static class Fingerprint
{
    // How values are written depends on these.
    private const string Plain = "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1;";

    /// <summary>As a transaction sees it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        await using (var plain = new NpgsqlCommand(Plain, connection))
            await plain.ExecuteNonQueryAsync(ct);
        var tables = new List<string>();
        await using (var all = new NpgsqlCommand("select tablename from pg_tables where schemaname = $1 order by 1", connection) { Parameters = { new() { Value = schema } } })
        await using (var row = await all.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
                tables.Add(row.GetString(0));
        }

        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var hash = new NpgsqlCommand($"select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from {Quoted(schema)}.{Quoted(table)} t", connection) { CommandTimeout = 0 };
            found.Add(table, Convert.ToString(await hash.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture)!);
        }

        return found;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
