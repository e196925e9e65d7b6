using Journal.EventStore;
using Journal.EventStore.Rebuilding;
using Journal.Facts;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>What a rebuild makes of the log, kept beside the rows in use for as long as it is looked at.</summary>
internal sealed class RebuiltFacts(PostgresEventStore store, FactsProjection facts, NpgsqlDataSource db) : IAsyncDisposable
{
    private readonly CheckedFacts projection = new(facts);

    /// <summary>Makes them, or makes them anew.</summary>
    /// <exception cref="RebuildRunningException">Another process is at it.</exception>
    public async Task MakeAsync(CancellationToken ct)
    {
        await store.PrepareAsync(projection, ct);
        await new ProjectionRebuilder(store).RebuildAsync([projection], null, ct);
    }

    public Task<string> HashAsync(string tenant, CancellationToken ct) => store.HashDocumentsAsync(projection, tenant, ct);

    public async ValueTask DisposeAsync()
    {
        var schema = $"\"{store.Options.Schema}\"";
        await using var command = db.CreateCommand($"""
            drop table if exists {schema}."{projection.Table}", {schema}."{projection.Table}_fresh";
            delete from {schema}.mt_event_progression where name = '{projection.Name}:All';
            """);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
