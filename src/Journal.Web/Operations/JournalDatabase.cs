using JasperFx.Resources;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>The journal's tables.</summary>
public sealed class JournalDatabase(NpgsqlDataSource db, JournalServerOptions options)
{
    /// <summary>Creates or completes all tables. Safe to run twice and from several processes.</summary>
    public static Task MigrateAsync(IHost host, CancellationToken ct) => host.SetupResources(ct);

    /// <summary>True when the database answers and has the tables this version works on.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            await using var command = db.CreateCommand("select to_regclass($1) is not null and to_regclass($2) is not null");
            command.Parameters.Add(new() { Value = options.Table("mt_events") });
            command.Parameters.Add(new() { Value = options.Table("mt_doc_credential") });
            return await command.ExecuteScalarAsync(ct) is true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
