using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.EventStore.Projections;
using Journal.EventStore.Rebuilding;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class RebuildingAProjection(TestPostgres postgres)
{
    private static readonly ParcelTraces Traces = new();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(128 * 1024 * 1024)]
    [InlineData(40_000)]
    [InlineData(1)]
    public async Task Gives_the_rows_that_the_daemon_gave_in_whatever_memory(long budget)
    {
        await using var parcels = await FilledAsync();
        await new ProjectionDaemon(parcels.Store, [Traces]).CatchUpAsync(Ct);
        var live = await HashesAsync(parcels);
        await parcels.ExecuteAsync("update journal.keyed_parcel_traces_v1 set document = '{}'");
        var reached = await new ProjectionRebuilder(parcels.Store).RebuildAsync([Traces], new() { MemoryBudget = budget }, Ct);
        Assert.Equal(live, await HashesAsync(parcels));
        Assert.Equal(reached, await parcels.AskAsync<long>("select last_seq_id from journal.mt_event_progression where name = 'ParcelTraces:All'"));
    }

    [Fact]
    public async Task Of_two_projections_takes_one_pass_and_the_daemon_goes_on_behind()
    {
        await using var parcels = await FilledAsync();
        IProjection[] both = [Traces, new ParcelTraces(version: 2)];
        var reports = new List<RebuildProgress>();
        await new ProjectionRebuilder(parcels.Store).RebuildAsync(both, new() { Progress = new Told(reports) }, Ct);
        Assert.Equal(await parcels.AskAsync<long>("select count(*) from journal.mt_events"), reports[^1].Events);

        await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Posted());
        await new ProjectionDaemon(parcels.Store, both).CatchUpAsync(Ct);
        Assert.Equal(await parcels.Store.HashDocumentsAsync(Traces, "ann", Ct), await parcels.Store.HashDocumentsAsync(new ParcelTraces(version: 2), "ann", Ct));
    }

    [Fact]
    public async Task Beside_writers_and_a_running_daemon_loses_nothing()
    {
        await using var parcels = await FilledAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var daemon = new ProjectionDaemon(parcels.Store, [Traces], new DaemonOptions { PageSize = 10, LongestPause = TimeSpan.FromMilliseconds(50) });
        var following = daemon.RunAsync(stop.Token);
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 300; n++)
                await parcels.AppendAsync(new Guid(n % 9 + 1, 0, 0, new byte[8]), ExpectedVersion.Any, Parcels.Moved($"late {n}"));
        }, Ct);
        for (var n = 0; n < 4; n++)
            await new ProjectionRebuilder(parcels.Store).RebuildAsync([Traces], null, Ct);
        await writing;
        var head = await parcels.AskAsync<long>("select max(seq_id) from journal.mt_events");
        await Eventually.IsAsync(() => daemon.Status[0].Progress >= head);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);

        var live = await HashesAsync(parcels);
        await new ProjectionRebuilder(parcels.Store).RebuildAsync([Traces], null, Ct);
        Assert.Equal(live, await HashesAsync(parcels));
    }

    [Fact]
    public async Task Readers_meanwhile_see_the_old_rows_or_the_new_and_never_none()
    {
        await using var parcels = await FilledAsync();
        await new ProjectionDaemon(parcels.Store, [Traces]).CatchUpAsync(Ct);
        var all = (await parcels.Store.ReadCurrentAsync(Traces, "ann", null, Ct)).Documents.Sum(document => document.Value.Events);
        var rebuilding = Task.Run(async () =>
        {
            for (var n = 0; n < 8; n++)
                await new ProjectionRebuilder(parcels.Store).RebuildAsync([Traces], null, Ct);
        }, Ct);
        do
            Assert.Equal(all, (await parcels.Store.ReadCurrentAsync(Traces, "ann", null, Ct)).Documents.Sum(document => document.Value.Events));
        while (!rebuilding.IsCompleted);
        await rebuilding;
    }

    [Fact]
    public async Task A_daemon_far_behind_takes_the_fast_path()
    {
        await using var parcels = await FilledAsync();
        await new ProjectionDaemon(parcels.Store, [Traces]).CatchUpAsync(Ct);
        var second = new ParcelTraces(version: 2);
        await new ProjectionDaemon(parcels.Store, [second], new DaemonOptions { RebuildBeyond = 100 }).CatchUpAsync(Ct);
        Assert.Equal(await parcels.Store.HashDocumentsAsync(Traces, "ann", Ct), await parcels.Store.HashDocumentsAsync(second, "ann", Ct));
    }

    [Fact]
    public async Task Killed_at_random_it_leaves_the_old_rows_and_succeeds_the_next_time()
    {
        await using var parcels = await FilledAsync();
        await new ProjectionDaemon(parcels.Store, [Traces]).CatchUpAsync(Ct);
        var live = await HashesAsync(parcels);
        var random = new Random(7);
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            using var worker = await WorkerProcess.StartAsync("rebuild", parcels.Database.ConnectionString);
            await Task.Delay(random.Next(250), Ct);
            await worker.KillAsync();
            Assert.Equal(live, await HashesAsync(parcels));
        }
        await Eventually.SeesAsync(() => TryRebuildAsync(parcels), done => done);
        Assert.Equal(live, await HashesAsync(parcels));
    }

    // The killed one's lock is free when the server has noticed its death.
    private static async Task<bool> TryRebuildAsync(ParcelStore parcels)
    {
        try
        {
            await new ProjectionRebuilder(parcels.Store).RebuildAsync([Traces], null, Ct);
            return true;
        }
        catch (RebuildRunningException)
        {
            return false;
        }
    }

    private static async Task<string> HashesAsync(ParcelStore parcels) =>
        await parcels.Store.HashDocumentsAsync(Traces, "ann", Ct) + await parcels.Store.HashDocumentsAsync(Traces, "ben", Ct);

    private async Task<ParcelStore> FilledAsync()
    {
        var parcels = await ParcelStore.NewAsync(postgres);
        var random = new Random(11);
        for (var n = 0; n < 400; n++)
        {
            var stream = new Guid(random.Next(1, 120), 0, 0, new byte[8]);
            NewEvent[] events = [random.Next(10) == 0 ? Parcels.Lost() : Parcels.Posted($"{n}"), .. Enumerable.Range(0, 15).Select(m => Parcels.Moved($"{n} {m}"))];
            await parcels.AppendAsync(n % 3 == 0 ? "ben" : "ann", stream, ExpectedVersion.Any, events);
        }
        return parcels;
    }

    private sealed class Told(List<RebuildProgress> reports) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => reports.Add(value);
    }
}
