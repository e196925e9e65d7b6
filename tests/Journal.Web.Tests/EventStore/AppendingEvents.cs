using System.Text.Json;
using Journal.EventStore;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class AppendingEvents(TestPostgres postgres)
{
    private static readonly Guid Parcel = Guid.CreateVersion7();

    [Fact]
    public async Task What_was_appended_is_read_back_in_order()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var answer = await parcels.AppendAsync(Parcel, ExpectedVersion.None, Parcels.Posted(), Parcels.Moved("Lisbon"), Parcels.Moved("Porto"));
        var events = await parcels.ReadAsync(Parcel);
        Assert.Equal([1L, 2, 3], events.Select(e => e.Version));
        Assert.Equal([new ParcelPosted("Porto", 100), .. new[] { "Lisbon", "Porto" }.Select(place => Parcels.Moved(place).Data)], events.Select(e => e.Data));
        Assert.Equal((3L, events[0].Position, events[2].Position, events[0].RecordedAt), (answer.Version, answer.FirstPosition, answer.LastPosition, answer.RecordedAt));
        Assert.False(answer.Repeated);
    }

    [Fact]
    public async Task Positions_follow_versions()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, [.. Enumerable.Range(0, 300).Select(n => Parcels.Moved($"{n}"))]);
        var events = await parcels.ReadAsync(Parcel);
        Assert.Equal(Enumerable.Range(0, 300).Select(n => $"{n}"), events.Select(e => ((ParcelMoved)e.Data).Place));
        Assert.Equal(events.Select(e => e.Position).Order(), events.Select(e => e.Position));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_names_the_actual_one()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Parcel, ExpectedVersion.None, Parcels.Posted(), Parcels.Moved());
        foreach (var stale in new[] { ExpectedVersion.None, ExpectedVersion.Exactly(1), ExpectedVersion.Exactly(3) })
        {
            var refused = await Assert.ThrowsAsync<StaleVersionException>(() => parcels.AppendAsync(Parcel, stale, Parcels.Lost()));
            Assert.Equal(("version.stale", 2L, stale), (refused.Code, refused.Actual, refused.Expected));
        }
        Assert.Equal(2, (await parcels.ReadAsync(Parcel)).Count);
    }

    [Fact]
    public async Task An_expected_stream_that_is_missing_is_at_version_0()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var refused = await Assert.ThrowsAsync<StaleVersionException>(() => parcels.AppendAsync(Parcel, ExpectedVersion.Exactly(4), Parcels.Lost()));
        Assert.Equal(0, refused.Actual);
    }

    [Fact]
    public async Task Streams_of_two_tenants_may_share_an_id()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync("ann", Parcel, ExpectedVersion.None, Parcels.Posted("Ann"));
        await parcels.AppendAsync("ben", Parcel, ExpectedVersion.None, Parcels.Posted("Ben"));
        var only = Assert.Single(await parcels.Store.ReadStreamAsync("ben", Parcel, TestContext.Current.CancellationToken));
        Assert.Equal(new ParcelPosted("Ben", 100), only.Data);
    }

    [Fact]
    public async Task What_goes_along_comes_back()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        using var row = JsonDocument.Parse("""{"id": 7, "tags": ["a", null]}""");
        var headers = EventHeaders.Empty.With("source", "loop").With("row", row.RootElement);
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, Parcels.Posted() with { CorrelationId = "c1", CausationId = "c0", Headers = headers }, Parcels.Moved());
        var events = await parcels.ReadAsync(Parcel);
        Assert.Equal(("c1", "c0", "loop"), (events[0].CorrelationId, events[0].CausationId, events[0].Headers.Text("source")));
        Assert.Equal(7, events[0].Headers.Values["row"].GetProperty("id").GetInt32());
        Assert.Equal((null, null, 0), (events[1].CorrelationId, events[1].CausationId, events[1].Headers.Values.Count));
    }

    [Fact]
    public async Task Bodies_are_as_Marten_writes_them()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, new NewEvent(new ParcelPosted("Porto", 5, Speed.Express)));
        Assert.Equal("""parcel_posted {"To": "Porto", "Grams": 5, "Speed": "Express"}""", await parcels.AskAsync<string>("select type || ' ' || data from journal.mt_events"));
    }

    [Fact]
    public async Task An_archived_stream_takes_no_events()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, Parcels.Posted());
        await parcels.ExecuteAsync("update journal.mt_streams set is_archived = true; update journal.mt_events set is_archived = true");
        foreach (var expected in new[] { ExpectedVersion.Any, ExpectedVersion.None, ExpectedVersion.Exactly(1) })
            Assert.Equal("stream.archived", (await Assert.ThrowsAsync<StreamArchivedException>(() => parcels.AppendAsync(Parcel, expected, Parcels.Lost()))).Code);
    }

    [Fact]
    public async Task A_type_that_the_catalog_lacks_is_refused()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var refused = await Assert.ThrowsAsync<UnknownEventException>(() => parcels.AppendAsync(Parcel, ExpectedVersion.Any, new NewEvent("text")));
        Assert.Equal("event.unknown", refused.Code);
    }

    [Fact]
    public async Task A_given_clock_never_runs_backwards_within_a_stream()
    {
        var clock = new SetClock(new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        await using var parcels = await ParcelStore.NewAsync(postgres, new() { Clock = clock });
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, Parcels.Posted() with { Id = Guid.CreateVersion7() });
        clock.Now -= TimeSpan.FromHours(1);
        var second = await parcels.AppendAsync(Parcel, ExpectedVersion.Any, Parcels.Moved());
        Assert.Equal(new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), second.RecordedAt);
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
