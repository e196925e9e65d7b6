using Journal.EventStore;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class ReadingEvents(TestPostgres postgres)
{
    private static readonly Guid One = Guid.CreateVersion7();
    private static readonly Guid Two = Guid.CreateVersion7();

    [Fact]
    public async Task A_range_of_versions_is_cut_out_of_a_stream()
    {
        await using var parcels = await FilledAsync();
        var events = await parcels.Store.ReadStreamAsync("ann", One, new StreamRange(From: 2, To: 3), TestContext.Current.CancellationToken);
        Assert.Equal([2L, 3], events.Select(e => e.Version));
    }

    [Fact]
    public async Task A_stream_as_of_a_moment_ends_with_what_was_appended_then()
    {
        await using var parcels = await FilledAsync();
        var second = (await parcels.ReadAsync(One))[1].RecordedAt;
        Assert.Equal(2, (await parcels.Store.ReadStreamAsync("ann", One, new StreamRange(RecordedUntil: second), TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task The_log_comes_in_the_order_of_positions()
    {
        await using var parcels = await FilledAsync();
        var positions = await parcels.Store.ReadAllAsync(0, null, TestContext.Current.CancellationToken).Select(e => e.Position).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(8, positions.Count);
        Assert.Equal(positions.Order(), positions);
    }

    [Fact]
    public async Task A_filter_by_type_tenant_and_stream_leaves_the_rest_out()
    {
        await using var parcels = await FilledAsync();
        Assert.Equal(2, (await PageAsync(parcels, new() { Types = ["parcel_posted"] })).Count);
        Assert.Equal(4, (await PageAsync(parcels, new() { Tenant = "ben" })).Count);
        Assert.Equal(3, (await PageAsync(parcels, new() { Tenant = "ann", Types = ["parcel_moved", "parcel_lost"] })).Count);
        Assert.Empty(await PageAsync(parcels, new() { Tenant = "ann", Stream = Two }));
    }

    [Fact]
    public async Task A_tenants_pages_join_up()
    {
        await using var parcels = await FilledAsync();
        var whole = await parcels.Store.ReadTenantAsync("ben", null, TestContext.Current.CancellationToken);
        var paged = new List<RecordedEvent>();
        while (await parcels.Store.ReadTenantAsync("ben", paged.Count == 0 ? 0 : paged[^1].Position, 3, null, TestContext.Current.CancellationToken) is { Count: > 0 } page)
            paged.AddRange(page);
        Assert.Equal(whole.Select(e => e.Id), paged.Select(e => e.Id));
        Assert.Equal(4, paged.Count);
    }

    private static Task<IReadOnlyList<RecordedEvent>> PageAsync(ParcelStore parcels, EventFilter filter) =>
        parcels.Store.ReadPageAsync(0, 100, filter, TestContext.Current.CancellationToken);

    /// <summary>Four events each of Ann's stream One and Ben's stream Two, in turn.</summary>
    private async Task<ParcelStore> FilledAsync()
    {
        var parcels = await ParcelStore.NewAsync(postgres);
        foreach (var e in new[] { Parcels.Posted(), Parcels.Moved(), Parcels.Moved(), Parcels.Moved() })
        {
            await parcels.AppendAsync("ann", One, ExpectedVersion.Any, e);
            await parcels.AppendAsync("ben", Two, ExpectedVersion.Any, e);
        }
        return parcels;
    }
}
