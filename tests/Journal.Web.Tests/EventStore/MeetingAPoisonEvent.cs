using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.EventStore.Projections;
using Journal.EventStore.Rebuilding;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class MeetingAPoisonEvent(TestPostgres postgres)
{
    private static readonly Guid Parcel = Guid.CreateVersion7();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_projection_stops_before_it_and_stays_stopped()
    {
        await using var parcels = await PoisonedAsync();
        var daemon = Daemon(parcels, PoisonPolicy.Stop);
        await daemon.CatchUpAsync(Ct);
        Assert.Equal((ProjectionState.Paused, 2L), (daemon.Status[0].State, daemon.Status[0].Progress));
        await daemon.CatchUpAsync(Ct);
        Assert.Equal(["0", "1"], await PlacesAsync(parcels));
    }

    [Fact]
    public async Task A_projection_goes_on_without_it_when_told_to()
    {
        await using var parcels = await PoisonedAsync();
        var daemon = Daemon(parcels, PoisonPolicy.DeadLetter);
        await daemon.CatchUpAsync(Ct);
        Assert.Equal(["0", "1", "3", "4"], await PlacesAsync(parcels));
        var letter = Assert.Single(await daemon.DeadLettersAsync("Squeamish:All", Ct));
        Assert.Equal((3L, "ann", "parcel_moved", "InvalidOperationException", 3), (letter.Position, letter.Tenant, letter.Type, letter.Error, letter.Attempts));
    }

    [Fact]
    public async Task Resumed_with_the_fault_gone_it_takes_the_event()
    {
        await using var parcels = await PoisonedAsync();
        var daemon = Daemon(parcels, PoisonPolicy.Stop);
        await daemon.CatchUpAsync(Ct);
        await daemon.ResumeAsync("Squeamish:All", Ct);
        await new ProjectionDaemon(parcels.Store, [new Squeamish("none")]).CatchUpAsync(Ct);
        Assert.Equal(["0", "1", "2", "3", "4"], await PlacesAsync(parcels));
    }

    [Fact]
    public async Task A_body_that_does_not_decode_is_poison_too()
    {
        await using var parcels = await PoisonedAsync();
        await parcels.ExecuteAsync("""update journal.mt_events set data = '{"Place": 7}' where seq_id = 2""");
        await new ProjectionDaemon(parcels.Store, [new Squeamish("none")], Options(PoisonPolicy.DeadLetter)).CatchUpAsync(Ct);
        Assert.Equal(["0", "2", "3", "4"], await PlacesAsync(parcels));
    }

    [Fact]
    public async Task A_rebuild_leaves_out_what_the_daemon_left_out()
    {
        await using var parcels = await PoisonedAsync();
        await parcels.ExecuteAsync("""update journal.mt_events set data = '{"Place": 7}' where seq_id = 5""");
        await Daemon(parcels, PoisonPolicy.DeadLetter).CatchUpAsync(Ct);
        var live = await parcels.Store.HashDocumentsAsync(new Squeamish(), "ann", Ct);
        await new ProjectionRebuilder(parcels.Store).RebuildAsync([new Squeamish()], new() { OnPoison = PoisonPolicy.DeadLetter }, Ct);
        Assert.Equal(live, await parcels.Store.HashDocumentsAsync(new Squeamish(), "ann", Ct));
        Assert.Equal([3L, 5L], (await Daemon(parcels, PoisonPolicy.Stop).DeadLettersAsync(null, Ct)).Select(letter => letter.Position));
    }

    [Fact]
    public async Task A_rebuild_that_shall_stop_leaves_the_old_rows()
    {
        await using var parcels = await PoisonedAsync();
        await Daemon(parcels, PoisonPolicy.DeadLetter).CatchUpAsync(Ct);
        var poison = await Assert.ThrowsAsync<PoisonEventException>(() => new ProjectionRebuilder(parcels.Store).RebuildAsync([new Squeamish()], null, Ct));
        Assert.Equal(3L, poison.Position);
        Assert.Equal(["0", "1", "3", "4"], await PlacesAsync(parcels));
    }

    private static DaemonOptions Options(PoisonPolicy policy) => new() { OnPoison = policy, Attempts = 3, RetryPause = TimeSpan.FromMilliseconds(1) };

    private static ProjectionDaemon Daemon(ParcelStore parcels, PoisonPolicy policy) => new(parcels.Store, [new Squeamish()], Options(policy));

    private static async Task<IEnumerable<string>> PlacesAsync(ParcelStore parcels) =>
        Assert.Single(await parcels.Store.ReadDocumentsAsync(new Squeamish(), "ann", null, Ct)).Value.Places;

    private async Task<ParcelStore> PoisonedAsync()
    {
        var parcels = await ParcelStore.NewAsync(postgres);
        await parcels.AppendAsync(Parcel, ExpectedVersion.Any, [.. Enumerable.Range(0, 5).Select(n => Parcels.Moved($"{n}"))]);
        return parcels;
    }

    /// <summary>Cannot stand one place.</summary>
    private sealed class Squeamish(string place = "2") : KeyedProjection<ParcelTrace>("Squeamish", 1, ParcelJson.Default.ParcelTrace)
    {
        private readonly ParcelTraces traces = new();

        public override IEnumerable<Guid> Keys(RecordedEvent e) => [e.Stream];

        public override ParcelTrace? Apply(Guid key, ParcelTrace? current, RecordedEvent e) =>
            e.Data is ParcelMoved moved && moved.Place == place ? throw new InvalidOperationException("Not there.") : traces.Apply(key, current, e);

        public override string KindOf(ParcelTrace document) => "trace";
    }
}
