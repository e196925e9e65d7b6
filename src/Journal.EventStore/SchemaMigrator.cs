using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore;

/// <summary>Brings a schema up to date, script by script, under one transaction-level advisory lock, so that processes which start together wait for each other.</summary>
/// <param name="db">A role that may create tables in the schema.</param>
/// <param name="schema">The schema, created if it is missing.</param>
public sealed class SchemaMigrator(NpgsqlDataSource db, string schema)
{
    private readonly string quoted = SqlName.Quote(schema);

    /// <summary>Applies the scripts that this schema has not seen yet, all in one transaction. Running it again changes nothing.</summary>
    public async Task ApplyAsync(SchemaScripts scripts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await LockAsync(connection, ct);
        var last = await LastAppliedAsync(connection, scripts.Component, ct);
        foreach (var script in scripts.Read().Where(script => script.Number > last))
            await ApplyAsync(connection, scripts.Component, script, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task LockAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection);
        command.Parameters.Add(new() { Value = $"migrate {schema}" });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<int> LastAppliedAsync(NpgsqlConnection connection, string component, CancellationToken ct)
    {
        await ExecuteAsync(connection, "set local client_min_messages = warning", ct);
        if (!await ExistsAsync(connection, ct))
            await ExecuteAsync(connection, $"""
                create schema if not exists {quoted};
                create table {quoted}.store_scripts (
                    component text not null, number int not null, name text not null,
                    applied_at timestamptz not null default now(), primary key (component, number))
                """, ct);

        await using var command = new NpgsqlCommand($"select coalesce(max(number), 0) from {quoted}.store_scripts where component = $1", connection);
        command.Parameters.Add(new() { Value = component });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    // Asking first lets a role without the right to create anything start on a schema that is up to date.
    private async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection);
        command.Parameters.Add(new() { Value = $"{quoted}.store_scripts" });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, string component, SchemaScript script, CancellationToken ct)
    {
        await ExecuteAsync(connection, script.Sql.Replace("{schema}", quoted, StringComparison.Ordinal), ct);
        await using var command = new NpgsqlCommand($"insert into {quoted}.store_scripts (component, number, name) values ($1, $2, $3)", connection);
        command.Parameters.Add(new() { Value = component });
        command.Parameters.Add(new() { Value = script.Number, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = script.Name });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
