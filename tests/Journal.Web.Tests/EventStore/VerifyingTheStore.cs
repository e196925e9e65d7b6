using Journal.EventStore;
using Journal.EventStore.Operations;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class VerifyingTheStore(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_store_has_no_findings_and_the_right_counts()
    {
        await using var parcels = await FilledAsync();
        Assert.Empty(await new StoreOperations(parcels.Store).VerifyAsync(Ct));
        var counts = await new StoreOperations(parcels.Store).StatisticsAsync(Ct);
        Assert.Equal((6L, 2L, 1L, 6L, 4L), (counts.Events, counts.Streams, counts.Tenants, counts.Head, counts.EventsByType["parcel_moved"]));
    }

    [Theory]
    [InlineData("delete from journal.mt_events where seq_id = 2", "stream.holes")]
    [InlineData("delete from journal.mt_events where seq_id = 3", "stream.version")]
    [InlineData("update journal.mt_streams set version = 9", "stream.version")]
    [InlineData("alter table journal.mt_events drop constraint fkey_mt_events_stream_id_tenant_id; delete from journal.mt_streams", "stream.missing")]
    [InlineData("update journal.mt_events set seq_id = 100 where seq_id = 1", "stream.order")]
    [InlineData("insert into journal.mt_event_progression values ('X:All', 7)", "progress.ahead")]
    [InlineData("""update journal.mt_events set data = '{"Grams": "x"}' where seq_id = 1""", "event.unreadable")]
    [InlineData("update journal.mt_events set type = 'gone' where seq_id = 1", "event.unknown")]
    public async Task Damage_is_found(string damage, string code)
    {
        await using var parcels = await FilledAsync();
        await parcels.ExecuteAsync(damage);
        Assert.Contains(code, (await new StoreOperations(parcels.Store).VerifyAsync(Ct)).Select(finding => finding.Code));
    }

    private async Task<ParcelStore> FilledAsync()
    {
        var parcels = await ParcelStore.NewAsync(postgres);
        for (var n = 0; n < 2; n++)
            await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.None, Parcels.Posted(), Parcels.Moved(), Parcels.Moved());
        return parcels;
    }
}
