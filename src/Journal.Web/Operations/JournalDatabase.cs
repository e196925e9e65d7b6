using Journal.EventStore;
using Journal.Facts;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>The journal's tables.</summary>
public sealed class JournalDatabase(NpgsqlDataSource db, PostgresEventStore store, FactsProjection facts, JournalServerOptions options)
{
    /// <summary>Creates or completes all tables. Safe to run twice and from several processes.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await store.MigrateAsync(ct);
        await new SchemaMigrator(db, options.Schema).ApplyAsync(
            new SchemaScripts("server", typeof(JournalDatabase).Assembly, "Journal.Web.Schema."), ct);
        await store.PrepareAsync(facts, ct);
    }

    /// <summary>True when the database answers and has the tables this version works on.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            await using var command = db.CreateCommand("select to_regclass($1) is not null and to_regclass($2) is not null");
            command.Parameters.Add(new() { Value = options.Table("mt_events") });
            command.Parameters.Add(new() { Value = options.Table("credentials") });
            return await command.ExecuteScalarAsync(ct) is true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
