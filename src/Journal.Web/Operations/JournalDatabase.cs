using JasperFx.Resources;
using Journal.Facts;
using Journal.Sealing;
using Marten;
using Npgsql;
using Wolverine;

namespace Journal.Web.Operations;

/// <summary>The journal's tables.</summary>
public sealed class JournalDatabase(NpgsqlDataSource db, JournalServerOptions options, PersonKeys keys)
{
    // What the tables follow from: another build of any of these may want other tables.
    private static readonly string Stamp = string.Join(' ', new[] { typeof(JournalStore), typeof(JournalDatabase), typeof(IDocumentStore), typeof(IMessageBus) }
        .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8]).Prepend("journal"));

    /// <summary>Creates or completes all tables, and takes over what version 0.1 left. Safe to run twice and from several processes; costs one look where nothing is to be done.</summary>
    /// <exception cref="SealingException">Words are encrypted in it, and the server key is not here or is another.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await CompleteAsync(ct);
        await keys.BeginAsync(options.EncryptWords, ct);
    }

    private async Task CompleteAsync(CancellationToken ct)
    {
        var wall = new PersonWall(db, options.Schema);
        if (await StampAsync(ct) == Stamp)
        {
            // A dump that was brought back has the policies, and not the rights.
            if (!await wall.StandsAsync(ct))
                await wall.RaiseAsync(ct);
            return;
        }

        using var host = JournalHost.Build(services => services.AddJournal(db, options.Serving()));
        await host.SetupResources(ct);
        await host.Services.GetRequiredService<PersonKeys>().BeginAsync(turnOn: false, ct);
        await new Takeover(db, host.Services.GetRequiredService<IDocumentStore>(), options).RunAsync(ct);
        await new RetiredProjections(db, options).RemoveAsync(ct);
        await wall.RaiseAsync(ct);
        await using var command = db.CreateCommand($"""comment on schema "{options.Schema}" is '{Stamp}'""");
        await command.ExecuteNonQueryAsync(ct);
    }

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

    /// <summary>Whether another build has completed the tables since this process did.</summary>
    public async Task<bool> IsAnothersAsync(CancellationToken ct) => await StampAsync(ct) is { } stamp && stamp != Stamp;

    private async Task<string?> StampAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand("select obj_description(to_regnamespace($1)::oid, 'pg_namespace')");
        command.Parameters.Add(new() { Value = options.Schema });
        return await command.ExecuteScalarAsync(ct) as string;
    }
}
