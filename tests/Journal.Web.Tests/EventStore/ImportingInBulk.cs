using Journal.EventStore;
using Journal.EventStore.Bulk;
using Journal.EventStore.Operations;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class ImportingInBulk(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_events_behind_what_the_streams_have()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var stream = new Guid(1, 0, 0, new byte[8]);
        await parcels.AppendAsync("imported", stream, ExpectedVersion.None, Parcels.Posted());
        Assert.Equal(1200, await ImportAsync(parcels, 1200));
        var events = await parcels.Store.ReadStreamAsync("imported", stream, Ct);
        Assert.Equal(Enumerable.Range(1, 25).Select(n => (long)n), events.Select(e => e.Version));
        Assert.Equal(Enumerable.Range(0, 24).Select(n => $"{n * 50}"), events.Skip(1).Select(e => ((ParcelMoved)e.Data).Place));
        Assert.Empty(await new StoreOperations(parcels.Store).VerifyAsync(Ct));
    }

    [Fact]
    public async Task A_second_run_of_the_same_import_adds_only_what_is_new()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await ImportAsync(parcels, 700);
        Assert.Equal((0L, 300L), (await ImportAsync(parcels, 700), await ImportAsync(parcels, 1000)));
        Assert.Equal(1000L, await parcels.AskAsync<long>("select count(distinct data ->> 'Place') from journal.mt_events"));
    }

    [Fact]
    public async Task Keeps_the_times_of_elsewhere_and_never_runs_backwards()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var (stream, day) = (Guid.NewGuid(), new DateTimeOffset(2020, 5, 1, 0, 0, 0, TimeSpan.Zero));
        BulkEvent[] source = [.. new[] { 3, 1, 5 }.Select(n => new BulkEvent("ann", stream, Parcels.Moved(), day.AddDays(n)))];
        await new BulkImport(parcels.Store).RunAsync("times", source.ToAsyncEnumerable(), null, Ct);
        Assert.Equal([day.AddDays(3), day.AddDays(3), day.AddDays(5)], (await parcels.ReadAsync(stream)).Select(e => e.RecordedAt));
    }

    [Fact]
    public async Task A_chunk_with_an_archived_stream_is_refused_whole()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var stream = new Guid(3, 0, 0, new byte[8]);
        await parcels.AppendAsync("imported", stream, ExpectedVersion.None, Parcels.Posted());
        await new StoreOperations(parcels.Store).ArchiveAsync("imported", stream, Ct);
        var refused = await Assert.ThrowsAsync<StreamArchivedException>(() => ImportAsync(parcels, 100));
        Assert.Equal(stream, refused.Stream);
        Assert.Equal(1L, await parcels.AskAsync<long>("select count(*) from journal.mt_events"));
    }

    [Fact]
    public async Task Killed_at_random_and_begun_again_it_brings_in_each_event_once()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var random = new Random(5);
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            using var worker = await WorkerProcess.StartAsync("import", parcels.Database.ConnectionString, "40000");
            await Task.Delay(random.Next(400), Ct);
            await worker.KillAsync();
        }
        await Eventually.SeesAsync(() => TryImportAsync(parcels, 40000), done => done);
        Assert.Equal(40000L, await parcels.AskAsync<long>("select count(*) from journal.mt_events"));
        Assert.Equal(40000L, await parcels.AskAsync<long>("select count(distinct data ->> 'Place') from journal.mt_events"));
        Assert.Empty(await new StoreOperations(parcels.Store).VerifyAsync(Ct));
    }

    private static async Task<bool> TryImportAsync(ParcelStore parcels, int count)
    {
        try
        {
            await ImportAsync(parcels, count);
            return true;
        }
        catch (ProgressLostException)
        {
            return false;
        }
    }

    private static Task<long> ImportAsync(ParcelStore parcels, int count) =>
        new BulkImport(parcels.Store).RunAsync("parcels", Jobs.ImportSource(count), new() { ChunkSize = 500 }, Ct);
}
