using JasperFx;
using JasperFx.Events.Daemon;
using Journal.Facts;
using Journal.Sealing;
using Journal.Web.ReadModels;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>What a rebuild makes of the log, in tables of its own beside those in use, for as long as it is looked at.</summary>
internal sealed class RebuiltFacts : IAsyncDisposable
{
    private const string Facts = "checked_facts";
    private const string History = "checked_alignment";
    private const int Version = 99;
    private static readonly string[] Tables = ["factdocument", "alignmenthistory", "alignmenthistoryweek", "regressioncycle"];
    private readonly NpgsqlDataSource db;
    private readonly string schema;

    public RebuiltFacts(NpgsqlDataSource db, string schema, WordSealer sealer)
    {
        (this.db, this.schema) = (db, schema);
        Store = DocumentStore.For(options =>
        {
            options.Connection(db);
            options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
            JournalStore.Configure(options, schema, new FactsProjection(Facts, Version, sealer), sealer);
            AlignmentProjection.Register(options, new(db, schema, sealer), NullLogger.Instance, tells: false, History, Version);
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        });
    }

    public DocumentStore Store { get; }

    public async Task MakeAsync(CancellationToken ct)
    {
        foreach (var document in new[] { typeof(FactDocument), typeof(AlignmentHistory), typeof(AlignmentHistoryWeek), typeof(RegressionCycle) })
            await Store.Storage.Database.EnsureStorageExistsAsync(document, ct);
        using var daemon = await Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(Facts, Timeout.InfiniteTimeSpan, ct);
        await daemon.RebuildProjectionAsync(History, Timeout.InfiniteTimeSpan, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await using var command = db.CreateCommand($"""
            drop table if exists {string.Join(", ", Tables.Select(table => $"\"{schema}\".mt_doc_{table}_{Version}"))};
            delete from "{schema}".mt_event_progression where name like any (array['{Facts}:%', '{History}:%']);
            delete from "{schema}".mt_doc_deadletterevent where data ->> 'ProjectionName' = any (array['{Facts}', '{History}']);
            """);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
