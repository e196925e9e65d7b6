using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.EventStore;

/// <summary>PgBouncer shares server connections between transactions: what is prepared, locked or listened to on one belongs to nobody.</summary>
public sealed class BehindAPooler(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepared_statements_are_refused() => await ThroughAsync(async db =>
        Assert.Equal("pooler.refused", (await Assert.ThrowsAsync<PoolerException>(() => new PostgresEventStore(db, Parcels.Catalog).MigrateAsync(Ct))).Code));

    [Fact]
    public async Task Without_them_events_are_appended_and_read() => await ThroughAsync(async db =>
    {
        var store = new PostgresEventStore(db, Parcels.Catalog, new() { PrepareStatements = false });
        await store.MigrateAsync(Ct);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var n = 0; n < 10; n++)
                await store.AppendAsync(new StreamAppend("ann", new Guid(writer + 1, 0, 0, new byte[8]), n == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(n), [Parcels.Moved($"{n}")]), Ct);
        }));
        Assert.Equal(80, (await store.ReadTenantAsync("ann", null, Ct)).Count);
    });

    [Fact]
    public async Task The_daemon_asks_for_a_connection_of_its_own() => await ThroughAsync(async db =>
    {
        var store = new PostgresEventStore(db, Parcels.Catalog, new() { PrepareStatements = false });
        await store.MigrateAsync(Ct);
        await Assert.ThrowsAsync<PoolerException>(() => new ProjectionDaemon(store, [new ParcelTraces()]).CatchUpAsync(Ct));
    });

    private async Task ThroughAsync(Func<NpgsqlDataSource, Task> work)
    {
        Assert.SkipUnless(PoolerProcess.IsInstalled, "PgBouncer is not installed.");
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await using var pooler = await PoolerProcess.StartAsync(parcels.Database.ConnectionString);
        await using var db = NpgsqlDataSource.Create(pooler.ConnectionString);
        await work(db);
    }
}
