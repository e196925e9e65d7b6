using JasperFx;
using JasperFx.Events.Daemon;
using Journal.Facts;
using Marten;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>What a rebuild makes of the log, in tables of its own beside those in use, for as long as it is looked at.</summary>
internal sealed class RebuiltFacts : IAsyncDisposable
{
    private const string Name = "checked_facts";
    private const int Version = 99;
    private readonly NpgsqlDataSource db;
    private readonly string schema;

    public RebuiltFacts(NpgsqlDataSource db, string schema)
    {
        (this.db, this.schema) = (db, schema);
        Store = DocumentStore.For(options =>
        {
            options.Connection(db);
            options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
            JournalStore.Configure(options, schema, new FactsProjection(Name, Version));
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        });
    }

    public DocumentStore Store { get; }

    public async Task MakeAsync(CancellationToken ct)
    {
        await Store.Storage.Database.EnsureStorageExistsAsync(typeof(FactDocument), ct);
        using var daemon = await Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(Name, Timeout.InfiniteTimeSpan, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await using var command = db.CreateCommand($"""
            drop table if exists "{schema}"."mt_doc_factdocument_{Version}";
            delete from "{schema}".mt_event_progression where name like '{Name}:%';
            """);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
