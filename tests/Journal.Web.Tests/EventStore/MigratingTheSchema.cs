using Journal.EventStore;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class MigratingTheSchema(TestPostgres postgres)
{
    [Fact]
    public async Task Eight_at_once_on_an_empty_database_make_it_once()
    {
        await using var database = await postgres.NewDatabaseAsync();
        var store = new PostgresEventStore(database.DataSource, Parcels.Catalog);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.MigrateAsync(TestContext.Current.CancellationToken)));
        await store.AppendAsync(new StreamAppend("ann", Guid.NewGuid(), ExpectedVersion.None, [Parcels.Posted()]), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Leaves_Martens_tables_with_Martens_keys_and_nothing_else()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        Assert.Equal("pk_mt_event_progression,pk_mt_events_stream_and_version,pk_mt_high_water_skips,pkey_mt_events_seq_id,pkey_mt_streams_tenant_id_id",
            await parcels.AskAsync<string>("select string_agg(indexname, ',' order by indexname) from pg_indexes where schemaname = 'journal' and tablename like 'mt\\_%'"));
        Assert.Equal(0L, await parcels.AskAsync<long>("select count(*) from pg_trigger where not tgisinternal"));
    }

    [Fact]
    public async Task A_schema_may_have_any_name()
    {
        await using var database = await postgres.NewDatabaseAsync();
        var store = new PostgresEventStore(database.DataSource, Parcels.Catalog, new() { Schema = "Odd \"name\" of o'Brien" });
        await store.MigrateAsync(TestContext.Current.CancellationToken);
        await store.AppendAsync(new StreamAppend("ann", Guid.NewGuid(), ExpectedVersion.None, [Parcels.Posted()]), TestContext.Current.CancellationToken);
        Assert.Single(await store.ReadTenantAsync("ann", null, TestContext.Current.CancellationToken));
        await new Journal.EventStore.Daemon.ProjectionDaemon(store, [new ParcelTraces()]).CatchUpAsync(TestContext.Current.CancellationToken);
        Assert.Single(await store.ReadDocumentsAsync(new ParcelTraces(), "ann", null, TestContext.Current.CancellationToken));
    }
}
