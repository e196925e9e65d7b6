using Journal.EventStore.Projections;
using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>Keeps one projection up to date in this process, whenever it is the owner.</summary>
internal sealed class ProjectionRunner(PostgresEventStore store, IProjection projection, DaemonOptions options)
{
    private readonly WakeSignal signal = new();
    private volatile ProjectionStatus status = new(ProgressRow.NameOf(projection), ProjectionState.Stopped, 0, 0, null);

    public ProjectionStatus Status => status;

    public void Wake() => signal.Set();

    /// <summary>Works until there is nothing left that is settled; returns at once when another process owns the projection.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        await using var session = await ProjectionSession.OpenAsync(store, projection, ct);
        if (session is null)
            return;
        while (await session.StepAsync(options.PageSize, ct))
            Report(ProjectionState.Running, session);
        Report(ProjectionState.Running, session);
    }

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
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
        await using var session = await ProjectionSession.OpenAsync(store, projection, ct);
        if (session is null)
        {
            status = status with { State = ProjectionState.Standby, Failure = null };
            return;
        }
        for (var pause = options.ShortestPause; ;)
        {
            var before = session.Progress;
            while (await session.StepAsync(options.PageSize, ct))
                Report(ProjectionState.Running, session);
            Report(ProjectionState.Running, session);
            pause = session.Progress > before ? options.ShortestPause : Longer(pause);
            await signal.PauseAsync(pause, ct);
        }
    }

    private TimeSpan Longer(TimeSpan pause) => pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;

    private void Report(ProjectionState state, ProjectionSession session) => status = status with
    {
        State = state, Progress = session.Progress, Head = session.Head, Failure = null,
    };
}
