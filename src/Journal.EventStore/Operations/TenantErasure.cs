using Npgsql;

namespace Journal.EventStore.Operations;

/// <summary>Erases a tenant from every table of the schema.</summary>
internal sealed class TenantErasure(PostgresEventStore store, string tenant, EraseOptions options)
{
    private const int Rounds = 5;

    public async Task<EraseReport> RunAsync(CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        var erased = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                if (await TryAsync(connection, erased, ct))
                    return new(tenant, erased);
            }
            catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                // A rebuild gave its table the name of the one it takes the place of: the next round finds it there.
            }
        }
        throw new TenantNotErasedException();
    }

    private async Task<bool> TryAsync(NpgsqlConnection connection, Dictionary<string, long> erased, CancellationToken ct)
    {
        // Streams after their events, and what projections made of them last: by then no page in flight can hold an event of theirs.
        var tables = await TablesAsync(connection, ct);
        foreach (var table in tables)
            erased[table] = erased.GetValueOrDefault(table) + await EraseAsync(connection, table, ct);
        await WaitForPagesAsync(connection, ct);
        foreach (var table in tables)
            erased[table] += await EraseAsync(connection, table, ct);
        if (await CountAsync(connection, tables, ct) > 0)
            return false;
        await VacuumAsync(connection, erased, ct);
        return true;
    }

    private async Task<List<string>> TablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and a.attname = 'tenant_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
            order by c.relname = 'mt_events' desc, c.relname = 'mt_streams' desc, c.relname
            """, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = store.Options.Schema } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await row.ReadAsync(ct))
            tables.Add(row.GetString(0));
        return tables;
    }

    private async Task<long> EraseAsync(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            with erased as (
                delete from {Qualified(table)} where tenant_id::text = $1 and ctid = any (array(
                    select ctid from {Qualified(table)} where tenant_id::text = $1 limit $2))
                returning 1),
            counted as (update {store.Schema}.store_erasures set count = count + 1 where exists (select from erased))
            select count(*) from erased
            """, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = options.ChunkSize });
        long all = 0;
        long some;
        do
        {
            some = (long)(await command.ExecuteScalarAsync(ct))!;
            all += some;
        }
        while (some > 0);
        return all;
    }

    // A page is read and applied behind the lock of its progress row.
    private async Task WaitForPagesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select from {store.Schema}.mt_event_progression order by name for update", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<long> CountAsync(NpgsqlConnection connection, List<string> tables, CancellationToken ct)
    {
        var counts = string.Join(" + ", tables.Select(table => $"(select count(*) from {Qualified(table)} where tenant_id::text = $1)"));
        await using var command = new NpgsqlCommand($"select {counts}", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    // Deleted rows stay in the files until they are vacuumed.
    private async Task VacuumAsync(NpgsqlConnection connection, Dictionary<string, long> erased, CancellationToken ct)
    {
        if (!options.Vacuum)
            return;
        foreach (var table in erased.Where(pair => pair.Value > 0).Select(pair => pair.Key))
        {
            await using var command = new NpgsqlCommand($"vacuum {Qualified(table)}", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private string Qualified(string table) => $"{store.Schema}.{SqlName.Quote(table)}";
}

/// <summary>How a tenant is erased.</summary>
public sealed class EraseOptions
{
    /// <summary>Rows a transaction. Default 5,000, so that no lock is held for long.</summary>
    public int ChunkSize { get; init; } = 5_000;

    /// <summary>Whether the tables are vacuumed afterwards, so that the rows leave the files too. Default true; it reads each table the tenant had rows in.</summary>
    public bool Vacuum { get; init; } = true;
}

/// <summary>What was erased: rows by table. A table with 0 was looked through and had none. Afterwards no table had any.</summary>
public sealed record EraseReport(string Tenant, IReadOnlyDictionary<string, long> Rows);

/// <summary>Code <c>tenant.not_erased</c>: rows of the tenant came back while they were being erased.</summary>
public sealed class TenantNotErasedException() : EventStoreException("tenant.not_erased", "Rows of the tenant came back while they were being erased.");
