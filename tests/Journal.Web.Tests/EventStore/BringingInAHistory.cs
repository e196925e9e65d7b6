using Journal.EventStore;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

/// <summary>Many streams at once, in the order in which things happened.</summary>
public sealed class BringingInAHistory(TestPostgres postgres)
{
    // Not in the order of their ids, so that an order by stream would show.
    private static readonly Guid Late = new("0198a000-0000-7000-8000-000000000002");
    private static readonly Guid Early = new("0198a000-0000-7000-8000-000000000001");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_keeps_the_order_of_the_list()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        Assert.True(await parcels.Store.AppendInOrderAsync(parcels.Ann, History(parcels.Ann), Ct));

        var log = await LogAsync(parcels);
        Assert.Equal([Late, Early, Late, Late, Early], log.Select(e => e.Stream));
        Assert.Equal([1L, 1, 2, 3, 2], log.Select(e => e.Version));
        Assert.Equal(log.Select(e => e.Position).Order(), log.Select(e => e.Position));
    }

    [Fact]
    public async Task A_repeat_writes_nothing_and_says_so()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var history = History(parcels.Ann);
        Assert.True(await parcels.Store.AppendInOrderAsync(parcels.Ann, history, Ct));
        Assert.False(await parcels.Store.AppendInOrderAsync(parcels.Ann, history, Ct));
        Assert.Equal(5, (await LogAsync(parcels)).Count);
    }

    [Fact]
    public async Task Where_only_some_of_it_is_there_nothing_is_written()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var history = History(parcels.Ann);
        await parcels.Store.AppendInOrderAsync(parcels.Ann, history[..1], Ct);
        await Assert.ThrowsAsync<EventConflictException>(() => parcels.Store.AppendInOrderAsync(parcels.Ann, history, Ct));
        Assert.Single(await LogAsync(parcels));
    }

    [Fact]
    public async Task An_event_of_the_same_id_and_other_content_is_a_conflict()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var sent = Parcels.Posted() with { Id = Guid.CreateVersion7() };
        await parcels.AppendAsync(Late, ExpectedVersion.Any, sent);
        var conflict = await Assert.ThrowsAsync<EventConflictException>(() => parcels.Store.AppendInOrderAsync(
            parcels.Ann, [Run(parcels.Ann, Late, Parcels.Posted("Faro") with { Id = sent.Id })], Ct));
        Assert.Equal(sent.Id, conflict.EventId);
    }

    [Fact]
    public async Task It_goes_on_after_what_the_streams_already_have()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Late, ExpectedVersion.None, Parcels.Posted(), Parcels.Moved());
        await parcels.Store.AppendInOrderAsync(parcels.Ann, History(parcels.Ann), Ct);
        Assert.Equal([1L, 2, 3, 4, 5], (await parcels.ReadAsync(Late)).Select(e => e.Version));
        Assert.Equal(5L, await parcels.AskAsync<long>($"select version from journal.mt_streams where id = '{Late}'"));
    }

    [Fact]
    public async Task One_archived_stream_refuses_all_of_it()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Early, ExpectedVersion.Any, Parcels.Posted());
        await parcels.ExecuteAsync("update journal.mt_streams set is_archived = true; update journal.mt_events set is_archived = true");
        Assert.Equal(Early, (await Assert.ThrowsAsync<StreamArchivedException>(() => parcels.Store.AppendInOrderAsync(parcels.Ann, History(parcels.Ann), Ct))).Stream);
        Assert.Equal(1L, await parcels.AskAsync<long>("select count(*) from journal.mt_streams"));
    }

    [Fact]
    public async Task Writers_in_opposite_order_wait_for_each_other_and_lose_nothing()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            parcels.Store.AppendInOrderAsync(parcels.Ann, i % 2 == 0 ? History(parcels.Ann) : [.. History(parcels.Ann).Reverse()], Ct)));
        Assert.Equal(Enumerable.Range(1, 120).Select(i => (long)i), (await parcels.ReadAsync(Late)).Select(e => e.Version));
        Assert.Equal(Enumerable.Range(1, 80).Select(i => (long)i), (await parcels.ReadAsync(Early)).Select(e => e.Version));
    }

    [Fact]
    public async Task Runs_of_another_tenant_are_refused()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await Assert.ThrowsAsync<ArgumentException>(() => parcels.Store.AppendInOrderAsync("ben", History(parcels.Ann), Ct));
    }

    [Fact]
    public async Task Reading_one_persons_log_gives_nothing_of_another()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.Store.AppendInOrderAsync(parcels.Ann, History(parcels.Ann), Ct);
        await parcels.Store.AppendInOrderAsync("ben", History("ben"), Ct);
        Assert.All(await LogAsync(parcels), e => Assert.Equal(parcels.Ann, e.Tenant));
        Assert.Equal(5, (await LogAsync(parcels)).Count);
    }

    private static StreamAppend[] History(string tenant) =>
    [
        Run(tenant, Late, Parcels.Posted("Braga") with { Id = Guid.CreateVersion7() }),
        Run(tenant, Early, Parcels.Posted("Faro") with { Id = Guid.CreateVersion7() }),
        Run(tenant, Late, Parcels.Moved("Porto") with { Id = Guid.CreateVersion7() }, Parcels.Moved("Vigo") with { Id = Guid.CreateVersion7() }),
        Run(tenant, Early, Parcels.Lost() with { Id = Guid.CreateVersion7() }),
    ];

    private static StreamAppend Run(string tenant, Guid stream, params NewEvent[] events) => new(tenant, stream, ExpectedVersion.Any, events);

    private static async Task<List<RecordedEvent>> LogAsync(ParcelStore parcels)
    {
        var log = new List<RecordedEvent>();
        await foreach (var e in parcels.Store.ReadTenantLogAsync(parcels.Ann, Ct))
            log.Add(e);
        return log;
    }
}
