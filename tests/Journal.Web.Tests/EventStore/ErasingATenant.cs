using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.EventStore.Operations;
using Journal.EventStore.Rebuilding;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class ErasingATenant(TestPostgres postgres)
{
    private const string Canary = "canary-4711";
    private static readonly ParcelTraces Traces = new();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_no_row_of_theirs_in_any_table_and_all_of_the_others()
    {
        await using var parcels = await FilledAsync();
        var ben = await parcels.Store.HashDocumentsAsync(Traces, "ben", Ct);
        var report = await new StoreOperations(parcels.Store).EraseTenantAsync("ann", new() { ChunkSize = 7 }, Ct);
        Assert.Equal((50L, 10L, 10L), (report.Rows["mt_events"], report.Rows["mt_streams"], report.Rows["keyed_parcel_traces_v1"]));
        Assert.Equal("", await DumpOfAsync(parcels, Canary));
        Assert.Equal(ben, await parcels.Store.HashDocumentsAsync(Traces, "ben", Ct));
        Assert.Equal(50, (await parcels.Store.ReadTenantAsync("ben", null, Ct)).Count);
        Assert.Empty(await new StoreOperations(parcels.Store).VerifyAsync(Ct));
    }

    [Fact]
    public async Task During_a_rebuild_nothing_of_theirs_comes_back()
    {
        await using var parcels = await FilledAsync();
        var rebuilding = Task.Run(async () =>
        {
            for (var n = 0; n < 6; n++)
                await new ProjectionRebuilder(parcels.Store).RebuildAsync([Traces], null, Ct);
        }, Ct);
        await new StoreOperations(parcels.Store).EraseTenantAsync("ann", new() { ChunkSize = 7 }, Ct);
        await rebuilding;
        Assert.Equal("", await DumpOfAsync(parcels, Canary));
    }

    [Fact]
    public async Task Killed_at_random_and_begun_again_it_comes_to_its_end()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var random = new Random(3);
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            await FillAsync(parcels, "ann", 400);
            using var worker = await WorkerProcess.StartAsync("erase", parcels.Database.ConnectionString, "ann");
            await Task.Delay(random.Next(60), Ct);
            await worker.KillAsync();
            await new StoreOperations(parcels.Store).EraseTenantAsync("ann", new() { Vacuum = false }, Ct);
            Assert.Equal("", await DumpOfAsync(parcels, Canary));
        }
    }

    private async Task<ParcelStore> FilledAsync()
    {
        var parcels = await ParcelStore.NewAsync(postgres);
        await FillAsync(parcels, "ann", 10);
        await FillAsync(parcels, "ben", 10, "Ben's");
        await new ProjectionDaemon(parcels.Store, [Traces]).CatchUpAsync(Ct);
        return parcels;
    }

    private static async Task FillAsync(ParcelStore parcels, string tenant, int streams, string word = Canary) => await parcels.Store.AppendAsync(
        [.. Enumerable.Range(0, streams).Select(_ => new StreamAppend(tenant, Guid.NewGuid(), ExpectedVersion.None, [.. Enumerable.Range(0, 5).Select(_ => Parcels.Moved(word))]))], Ct);

    /// <summary>The names of the tables that have the word in any row.</summary>
    private static async Task<string> DumpOfAsync(ParcelStore parcels, string word)
    {
        var tables = (await parcels.AskAsync<string>("select string_agg(relname, ',') from pg_class where relnamespace = 'journal'::regnamespace and relkind = 'r'")).Split(',');
        var found = new List<string>();
        foreach (var table in tables)
            if (await parcels.AskAsync<bool>($"select exists (select from journal.{table} t where t::text like '%{word}%')"))
                found.Add(table);
        return string.Join(',', found);
    }
}
