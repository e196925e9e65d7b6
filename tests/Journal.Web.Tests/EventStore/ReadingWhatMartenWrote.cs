using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class ReadingWhatMartenWrote(TestPostgres postgres)
{
    private static readonly Guid Parcel = new("11111111-1111-1111-1111-111111111111");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Rows as a Marten host leaves them: CLR names, JSON null headers, times with Z and with an offset, tombstones, its own progress rows.
    private const string Rows = """
        insert into journal.mt_streams (tenant_id, id, type, version) values
            ('ann', '11111111-1111-1111-1111-111111111111', 'parcel', 3), ('ann', '22222222-2222-2222-2222-222222222222', null, 0);
        insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers) values
            (1, gen_random_uuid(), '11111111-1111-1111-1111-111111111111', 1, '{"To": "Porto", "Grams": 3, "Speed": "Express"}', 'parcel_posted', now(), 'ann', 'Parcels.ParcelPosted, Parcels', 'null'),
            (2, gen_random_uuid(), '11111111-1111-1111-1111-111111111111', 2, '{"Place": "Faro", "At": "2026-03-01T11:00:00Z"}', 'parcel_moved', now(), 'ann', null, null),
            (3, gen_random_uuid(), '11111111-1111-1111-1111-111111111111', 3, '{"Place": "Faro", "At": "2026-03-01T12:00:00+01:00", "Later": 1}', 'parcel_moved', now(), 'ann', null, '{"user": "ann"}');
        insert into journal.mt_event_progression (name, last_seq_id) values ('HighWaterMark', 99), ('HighWaterStuckGap', 5);
        select setval('journal.mt_events_sequence', 3)
        """;

    [Fact]
    public async Task All_its_forms_are_understood()
    {
        await using var parcels = await MartenAsync();
        var events = await parcels.ReadAsync(Parcel);
        Assert.Equal(new ParcelPosted("Porto", 3, Speed.Express), events[0].Data);
        Assert.Equal(((ParcelMoved)events[1].Data).At, ((ParcelMoved)events[2].Data).At);
        Assert.Equal((0, 0, "ann"), (events[0].Headers.Values.Count, events[1].Headers.Values.Count, events[2].Headers.Text("user")));
    }

    [Fact]
    public async Task Its_streams_are_written_on_and_its_tombstones_are_no_streams()
    {
        await using var parcels = await MartenAsync();
        Assert.Equal(4L, (await parcels.AppendAsync(Parcel, ExpectedVersion.Exactly(3), Parcels.Moved())).Version);
        Assert.Equal(1L, (await parcels.AppendAsync(new Guid("22222222-2222-2222-2222-222222222222"), ExpectedVersion.None, Parcels.Posted())).Version);
        Assert.Empty(await new Journal.EventStore.Operations.StoreOperations(parcels.Store).VerifyAsync(Ct));
    }

    [Fact]
    public async Task Its_own_progress_rows_are_let_be()
    {
        await using var parcels = await MartenAsync();
        await new ProjectionDaemon(parcels.Store, [new ParcelTraces()]).CatchUpAsync(Ct);
        Assert.Equal("HighWaterMark 99,HighWaterStuckGap 5,ParcelTraces:All 3,TenantLog:All 3",
            await parcels.AskAsync<string>("select string_agg(name || ' ' || last_seq_id, ',' order by name) from journal.mt_event_progression"));
    }

    private async Task<ParcelStore> MartenAsync()
    {
        var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.ExecuteAsync(Rows);
        return parcels;
    }
}
