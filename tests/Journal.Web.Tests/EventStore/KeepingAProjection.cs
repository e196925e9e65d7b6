using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class KeepingAProjection(TestPostgres postgres)
{
    private static readonly ParcelTraces Traces = new();

    [Fact]
    public async Task Catching_up_folds_all_there_is()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var stream = Guid.CreateVersion7();
        await parcels.AppendAsync(stream, ExpectedVersion.None, Parcels.Posted("Porto"), Parcels.Moved("Lisbon"));
        await CatchUpAsync(parcels);
        var document = Assert.Single(await DocumentsAsync(parcels));
        Assert.Equal((stream, "posted", "Porto"), (document.Key, document.Kind, document.Value.To));
    }

    [Fact]
    public async Task Page_by_page_gives_what_one_page_gives()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        Guid[] streams = [.. Enumerable.Range(0, 7).Select(_ => Guid.CreateVersion7())];
        for (var n = 0; n < 60; n++)
            await parcels.AppendAsync(streams[n % 7], ExpectedVersion.Any, Parcels.Moved($"{n}"));
        await CatchUpAsync(parcels, new() { PageSize = 4 });
        Assert.Equal(60, (await DocumentsAsync(parcels)).Sum(document => document.Value.Places.Count));
        Assert.All(await DocumentsAsync(parcels), document => Assert.Equal(document.Value.Places.OrderBy(int.Parse), document.Value.Places));
    }

    [Fact]
    public async Task A_document_that_folds_to_nothing_is_deleted()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var stream = Guid.CreateVersion7();
        await parcels.AppendAsync(stream, ExpectedVersion.Any, Parcels.Posted());
        await CatchUpAsync(parcels);
        await parcels.AppendAsync(stream, ExpectedVersion.Any, Parcels.Lost());
        await CatchUpAsync(parcels);
        Assert.Empty(await DocumentsAsync(parcels));
    }

    [Fact]
    public async Task A_current_read_has_the_events_that_no_daemon_has_seen()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var (old, recent) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await parcels.AppendAsync(old, ExpectedVersion.Any, Parcels.Posted());
        await parcels.AppendAsync("ben", old, ExpectedVersion.Any, Parcels.Posted());
        await CatchUpAsync(parcels);
        var moved = await parcels.AppendAsync(old, ExpectedVersion.Any, Parcels.Moved("Faro"));
        await parcels.AppendAsync(recent, ExpectedVersion.Any, Parcels.Moved("Faro"));
        await parcels.AppendAsync("ben", recent, ExpectedVersion.Any, Parcels.Moved("Faro"));

        var current = await parcels.Store.ReadCurrentAsync(Traces, parcels.Ann, null, TestContext.Current.CancellationToken);
        Assert.Equal([(old, 2), (recent, 1)], current.Documents.Select(document => (document.Key, document.Value.Events)).OrderByDescending(pair => pair.Item2));
        Assert.Equal((2, moved.LastPosition + 1), (current.Tail.Count, current.Position));
        var posted = await parcels.Store.ReadCurrentAsync(Traces, parcels.Ann, ["posted"], TestContext.Current.CancellationToken);
        Assert.Equal(old, Assert.Single(posted.Documents).Key);
    }

    private static Task CatchUpAsync(ParcelStore parcels, DaemonOptions? options = null) =>
        new ProjectionDaemon(parcels.Store, [Traces], options).CatchUpAsync(TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<Journal.EventStore.Projections.Document<ParcelTrace>>> DocumentsAsync(ParcelStore parcels) =>
        parcels.Store.ReadDocumentsAsync(Traces, parcels.Ann, null, TestContext.Current.CancellationToken);
}
