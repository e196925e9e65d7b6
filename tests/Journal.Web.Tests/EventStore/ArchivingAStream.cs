using Journal.EventStore;
using Journal.EventStore.Operations;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class ArchivingAStream(TestPostgres postgres)
{
    private static readonly Guid Parcel = Guid.CreateVersion7();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_takes_no_events_and_reads_pass_it_over_until_it_is_brought_back()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        var operations = new StoreOperations(parcels.Store);
        await parcels.AppendAsync(Parcel, ExpectedVersion.None, Parcels.Posted());
        Assert.True(await operations.ArchiveAsync("ann", Parcel, Ct));
        await Assert.ThrowsAsync<StreamArchivedException>(() => parcels.AppendAsync(Parcel, ExpectedVersion.Any, Parcels.Moved()));
        Assert.Empty(await parcels.ReadAsync(Parcel));
        Assert.Empty(await parcels.Store.ReadTenantAsync("ann", null, Ct));
        Assert.Single(await parcels.Store.ReadStreamAsync("ann", Parcel, new StreamRange(IncludeArchived: true), Ct));

        Assert.True(await operations.UnarchiveAsync("ann", Parcel, Ct));
        await parcels.AppendAsync(Parcel, ExpectedVersion.Exactly(1), Parcels.Moved());
        Assert.Equal(2, (await parcels.ReadAsync(Parcel)).Count);
    }

    [Fact]
    public async Task One_that_is_not_there_cannot_be_archived()
    {
        await using var parcels = await ParcelStore.NewAsync(postgres);
        Assert.False(await new StoreOperations(parcels.Store).ArchiveAsync("ann", Parcel, Ct));
    }
}
