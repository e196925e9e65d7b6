using Journal.EventStore;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class RacingWriters(TestPostgres postgres)
{
    [Fact]
    public async Task Exactly_one_wins_each_version_and_the_others_are_told_the_actual_one()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var stream = Guid.CreateVersion7();
        for (var version = 0; version < 20; version++)
        {
            var expected = ExpectedVersion.Exactly(version);
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryAsync(() => parcels.AppendAsync(stream, expected, Parcels.Moved()))));
            Assert.Single(outcomes, outcome => outcome is AppendResult);
            Assert.All(outcomes.OfType<StaleVersionException>(), stale => Assert.Equal(version + 1, stale.Actual));
        }
        Assert.Equal(20, (await parcels.ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Without_an_expectation_all_get_their_turn()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var stream = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var versions = new List<long>();
            for (var n = 0; n < 25; n++)
                versions.Add((await parcels.AppendAsync(stream, ExpectedVersion.Any, Parcels.Moved(), Parcels.Moved())).Version);
            return versions;
        }));
        Assert.Equal(Enumerable.Range(1, 200).Select(n => 2L * n), answers.SelectMany(versions => versions).Order());
        Assert.Equal(await parcels.AskAsync<string>("select string_agg(version::text, ',' order by seq_id) from journal.mt_events"),
            await parcels.AskAsync<string>("select string_agg(version::text, ',' order by version) from journal.mt_events"));
    }

    [Fact]
    public async Task Over_the_same_streams_in_other_orders_do_not_wait_in_a_ring()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        Guid[] streams = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async seed =>
        {
            var random = new Random(seed);
            for (var n = 0; n < 10; n++)
            {
                random.Shuffle(streams.ToArray());
                var order = streams.ToArray();
                random.Shuffle(order);
                await parcels.Store.AppendAsync([.. order.Select(stream => new StreamAppend(parcels.Ann, stream, ExpectedVersion.Any, [Parcels.Moved()]))], TestContext.Current.CancellationToken);
            }
        }));
        Assert.Equal(80L * 5, await parcels.AskAsync<long>("select sum(version)::bigint from journal.mt_streams"));
    }

    [Fact]
    public async Task Over_several_streams_a_stale_one_undoes_the_others()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var (fresh, stale) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        StreamAppend[] appends = [new(parcels.Ann, fresh, ExpectedVersion.None, [Parcels.Posted()]), new(parcels.Ann, stale, ExpectedVersion.Exactly(3), [Parcels.Moved()])];
        var refused = await Assert.ThrowsAsync<StaleVersionException>(() => parcels.Store.AppendAsync(appends, TestContext.Current.CancellationToken));
        Assert.Equal(stale, refused.Stream);
        Assert.Equal(0L, await parcels.AskAsync<long>("select count(*) from journal.mt_streams"));
    }

    private static async Task<object> TryAsync(Func<Task<AppendResult>> append)
    {
        try { return await append(); }
        catch (StaleVersionException stale) { return stale; }
    }
}
