using JasperFx;
using JasperFx.Events.Daemon;
using Journal.Sealing;
using Journal.Web.ReadModels;
using Journal.Web.Search;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>What a rebuild makes of the log, in tables of its own beside those in use, for as long as it is looked at.</summary>
internal sealed class RebuiltProjections : IAsyncDisposable
{
    private const string Words = "checked_words";
    private const string History = "checked_alignment";
    private const int Version = 99;
    private static readonly string[] Tables = ["writtentext", "alignmenthistory", "alignmenthistoryweek", "regressioncycle"];
    private readonly NpgsqlDataSource db;
    private readonly string schema;

    public RebuiltProjections(NpgsqlDataSource db, string schema, WordSealer sealer)
    {
        (this.db, this.schema) = (db, schema);
        Store = DocumentStore.For(options =>
        {
            options.Connection(db);
            options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
            JournalStore.Configure(options, schema, sealer);
            AlignmentProjection.Register(options, new(db, schema, sealer), NullLogger.Instance, tells: false, History, Version);
            WordsProjection.RegisterAside(options, sealer, Words, Version);
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        });
    }

    public DocumentStore Store { get; }

    public async Task MakeAsync(CancellationToken ct)
    {
        foreach (var document in new[] { typeof(WrittenText), typeof(AlignmentHistory), typeof(AlignmentHistoryWeek), typeof(RegressionCycle) })
            await Store.Storage.Database.EnsureStorageExistsAsync(document, ct);
        using var daemon = await Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(Words, Timeout.InfiniteTimeSpan, ct);
        await daemon.RebuildProjectionAsync(History, Timeout.InfiniteTimeSpan, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await using var command = db.CreateCommand($"""
            drop table if exists {string.Join(", ", Tables.Select(table => $"\"{schema}\".mt_doc_{table}_{Version}"))};
            delete from "{schema}".mt_event_progression where name like any (array['{Words}:%', '{History}:%']);
            delete from "{schema}".mt_doc_deadletterevent where data ->> 'ProjectionName' = any (array['{Words}', '{History}']);
            """);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
