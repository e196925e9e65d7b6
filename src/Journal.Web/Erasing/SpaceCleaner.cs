using Marten;
using Npgsql;

namespace Journal.Web.Erasing;

/// <summary>Something was erased, or encrypted, whose bytes from before may still lie in the database's files. It goes when they do not.</summary>
/// <param name="Id">Drawn by lot: nothing in it leads back to what was erased.</param>
public sealed record ErasedSpace(Guid Id)
{
    /// <summary>Another one.</summary>
    public static ErasedSpace New() => new(Guid.NewGuid());
}

/// <summary>Sees that what was erased leaves the database's files as well, as far as whoever keeps the journal may have that done.</summary>
/// <remarks>
/// PostgreSQL's samples of a column, by which it plans, hold whole texts: they are taken anew. On a server that is this journal's alone the tables are also written anew, and the
/// write-ahead log up to here ends. On a server of others both are theirs to do, and would hold up everybody.
/// </remarks>
public sealed class SpaceCleaner(IDocumentStore store, NpgsqlDataSource db, JournalServerOptions options)
{
    /// <summary>Does what there is to do.</summary>
    /// <returns>False where something else held a table; then it is for another time.</returns>
    public async Task<bool> CleanAsync(CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var erased = await session.Query<ErasedSpace>().ToListAsync(ct);
        if (erased.Count == 0)
            return true;
        try
        {
            await (options.OwnServer is { } own ? RewriteAsync(own, ct) : SampleAsync(ct));
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }

        foreach (var one in erased)
            session.Delete(one);
        await session.SaveChangesAsync(ct);
        return true;
    }

    private async Task SampleAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        foreach (var table in await TablesAsync(connection, ct))
            await RunAsync(connection, $"vacuum (analyze) {table}", ct);
    }

    private async Task RewriteAsync(string own, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(own) { Database = new NpgsqlConnectionStringBuilder(db.ConnectionString).Database, Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        // Who reads for long is not held up by who waits for them.
        await RunAsync(connection, "set lock_timeout = '2s'", ct);
        foreach (var table in (IEnumerable<string>)[.. await TablesAsync(connection, ct), "pg_catalog.pg_statistic"])
            await RunAsync(connection, $"vacuum (full, analyze) {table}", ct);
        await RunAsync(connection, "select pg_switch_wal()", ct);
        await RunAsync(connection, "checkpoint", ct);
    }

    private async Task<IReadOnlyList<string>> TablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var tables = new NpgsqlCommand("select oid::regclass::text from pg_class where relnamespace = to_regnamespace($1) and relkind = 'r' order by relname", connection);
        tables.Parameters.Add(new() { Value = options.Schema });
        await using var row = await tables.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await row.ReadAsync(ct))
            found.Add(row.GetString(0));
        return found;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
