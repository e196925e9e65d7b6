using System.Text;
using Npgsql;

namespace Journal.Web.Tests.Erasing;

/// <summary>Looks for words in every column of every table of a database, whatever it is stored as.</summary>
internal static class Canaries
{
    /// <summary>The tables in which one of the words stands.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string superuser, params string[] words)
    {
        await using var db = NpgsqlDataSource.Create(superuser);
        var (tables, found) = (new List<string>(), new List<string>());
        await using (var catalogue = db.CreateCommand(
            "select format('%I.%I', table_schema, table_name) from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')"))
        await using (var row = await catalogue.ExecuteReaderAsync(Ct))
        {
            while (await row.ReadAsync(Ct))
                tables.Add(row.GetString(0));
        }

        Assert.Contains("journal.mt_events", tables);
        // Bytes are written as hex digits in a row that is made JSON.
        var sought = words.Concat(words.Select(word => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)))).Select(word => $"%{word}%").ToArray();
        foreach (var table in tables)
        {
            await using var look = db.CreateCommand($"select count(*) from {table} as t where to_jsonb(t)::text ilike any($1)");
            look.Parameters.Add(new() { Value = sought });
            if (await look.ExecuteScalarAsync(Ct) is > 0L and var count)
                found.Add($"{table}: {count}");
        }

        return found;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
