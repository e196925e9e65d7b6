using System.Diagnostics;
using Journal.EventStore.Rebuilding;
using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>Keeps one follower going in this process, whenever this process is the owner.</summary>
internal sealed class FollowerRunner(PostgresEventStore store, Follower follower, DaemonOptions options)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);
    private readonly WakeSignal signal = new();
    private volatile ProjectionStatus status = new(follower.Name, ProjectionState.Idle, 0, 0, null);

    public ProjectionStatus Status => status;

    public void Wake() => signal.Set();

    /// <summary>Works until all is done that was in the log at the start; returns at once when another process owns the follower.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await using var session = await FollowerSession.OpenAsync(store, follower, ct);
        if (session is null)
        {
            status = status with { State = ProjectionState.Standby };
            return;
        }
        await RebuildIfFarBehindAsync(session, ct);
        var steps = new CarefulSteps(store, follower, session, options, Report);
        await steps.RunAsync(ct);
        // A writer in the middle of its commit is worth a moment; one that holds its transaction open is not.
        for (var target = session.Head; session.Progress < target && !session.IsPaused && Stopwatch.GetElapsedTime(began) < options.CatchUpPatience;)
        {
            await Task.Delay(Moment, ct);
            await steps.RunAsync(ct);
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await FollowAsync(ct);
            }
            catch (Exception failure) when (failure is NpgsqlException or EventStoreException)
            {
                status = status with { State = ProjectionState.Failing, Failure = failure.Message };
            }
            await signal.PauseAsync(options.LongestPause, ct);
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        await using var session = await FollowerSession.OpenAsync(store, follower, ct);
        if (session is null)
        {
            status = status with { State = ProjectionState.Standby, Failure = null };
            return;
        }
        await RebuildIfFarBehindAsync(session, ct);
        var steps = new CarefulSteps(store, follower, session, options, Report);
        for (var pause = options.ShortestPause; ;)
        {
            var before = session.Progress;
            await steps.RunAsync(ct);
            pause = session.Progress > before ? options.ShortestPause : Longer(pause);
            await signal.PauseAsync(pause, ct);
        }
    }

    private async Task RebuildIfFarBehindAsync(FollowerSession session, CancellationToken ct)
    {
        if (!await session.IsFarBehindAsync(options, ct))
            return;
        status = status with { State = ProjectionState.Rebuilding, Progress = session.Progress, Head = session.Head };
        try
        {
            await session.RebuildAsync(options, ct);
        }
        catch (EventStoreException failure) when (failure is RebuildRunningException or PoisonEventException)
        {
            // Somebody else rebuilds, or an event is in the way: page by page it gets where it can, and says what holds it up.
            status = status with { Failure = failure.Message };
        }
    }

    private TimeSpan Longer(TimeSpan pause) => pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;

    private void Report(FollowerSession session, string? failure) => status = status with
    {
        State = session.IsPaused ? ProjectionState.Paused : failure is null ? ProjectionState.Running : ProjectionState.Failing,
        Progress = session.Progress,
        Head = session.Head,
        Failure = failure ?? (session.IsPaused ? status.Failure : null),
    };
}
