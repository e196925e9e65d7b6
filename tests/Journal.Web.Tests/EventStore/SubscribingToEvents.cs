using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.EventStore.Projections;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.EventStore;

public sealed class SubscribingToEvents(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_event_of_its_types_is_handed_over_once_and_in_order()
    {
        await using var parcels = await FilledAsync(7);
        var hook = new Hook();
        await Daemon(parcels, hook).CatchUpAsync(Ct);
        await Daemon(parcels, hook).CatchUpAsync(Ct);
        Assert.Equal(Enumerable.Range(0, 7).Select(n => $"{n}"), hook.Called);
    }

    [Fact]
    public async Task A_failing_call_is_repeated_and_those_before_it_are_not()
    {
        await using var parcels = await FilledAsync(5);
        var hook = new Hook { FailuresLeft = 2, FailAt = "3" };
        await Daemon(parcels, hook).CatchUpAsync(Ct);
        Assert.Equal(["0", "1", "2", "3", "3", "3", "4"], hook.Called);
    }

    [Fact]
    public async Task A_call_that_never_succeeds_is_given_up_when_told_to()
    {
        await using var parcels = await FilledAsync(4);
        var hook = new Hook { FailuresLeft = 1000, FailAt = "1" };
        var daemon = Daemon(parcels, hook, PoisonPolicy.DeadLetter);
        await daemon.CatchUpAsync(Ct);
        Assert.Equal(["2", "3"], hook.Called[^2..]);
        Assert.Equal("Hook:All", Assert.Single(await daemon.DeadLettersAsync(null, Ct)).Name);
    }

    [Fact]
    public async Task Paused_it_is_not_called_and_resumed_it_goes_on()
    {
        await using var parcels = await FilledAsync(2);
        var hook = new Hook();
        var daemon = Daemon(parcels, hook);
        await daemon.PauseAsync("Hook:All", Ct);
        await daemon.CatchUpAsync(Ct);
        Assert.Empty(hook.Called);
        await daemon.ResumeAsync("Hook:All", Ct);
        await daemon.CatchUpAsync(Ct);
        Assert.Equal(2, hook.Called.Count);
    }

    [Fact]
    public async Task A_running_daemon_hands_over_at_once_when_woken()
    {
        await using var parcels = await FilledAsync(1);
        var hook = new Hook();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var daemon = new ProjectionDaemon(parcels.Store, [], [hook], new DaemonOptions { LongestPause = TimeSpan.FromMinutes(1) });
        var running = daemon.RunAsync(stop.Token);
        await Eventually.IsAsync(() => hook.Called.Count == 1);
        for (var n = 2; n < 10; n++)
        {
            await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Moved($"{n}"));
            daemon.Wake();
            await Eventually.IsAsync(() => hook.Called.Count == n);
        }
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static ProjectionDaemon Daemon(ParcelStore parcels, Hook hook, PoisonPolicy policy = PoisonPolicy.Stop) =>
        new(parcels.Store, [], [hook], new DaemonOptions { RetryPause = TimeSpan.FromMilliseconds(1), OnPoison = policy });

    private async Task<ParcelStore> FilledAsync(int count)
    {
        var parcels = await ParcelStore.NewAsync(postgres);
        for (var n = 0; n < count; n++)
            await parcels.AppendAsync(Guid.NewGuid(), ExpectedVersion.Any, Parcels.Moved($"{n}"), Parcels.Lost());
        return parcels;
    }

    private sealed class Hook : ISubscription
    {
        public List<string> Called { get; } = [];

        public int FailuresLeft { get; set; }

        public string? FailAt { get; init; }

        public string Name => "Hook";

        public IReadOnlyCollection<string>? Types { get; } = ["parcel_moved"];

        public Task HandleAsync(RecordedEvent e, CancellationToken ct)
        {
            var place = ((ParcelMoved)e.Data).Place;
            Called.Add(place);
            return place == FailAt && FailuresLeft-- > 0 ? throw new HttpRequestException("Nobody there.") : Task.CompletedTask;
        }
    }
}
