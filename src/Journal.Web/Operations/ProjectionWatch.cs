using JasperFx;
using JasperFx.Events.Daemon;

namespace Journal.Web.Operations;

/// <summary>Starts projections again that Marten's daemon has given up.</summary>
/// <remarks>
/// A projection whose progress somebody else has moved, as a rebuild by another process does, is stopped for good: Marten takes it for a second owner. Where this node still
/// holds the projection's lock, nobody else owns it, and it goes on from what is stored.
/// </remarks>
internal sealed partial class ProjectionWatch(Marten.Events.Daemon.Coordination.IProjectionCoordinator coordinator, TimeProvider clock, ILogger<ProjectionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // As when the database is away: the next look finds it again.
                CannotLook(log, failure.GetType().Name);
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        if (coordinator is not ProjectionCoordinatorBase { Distributor: { } distributor })
            return;
        var daemon = coordinator.DaemonForMainDatabase();
        var stopped = daemon.CurrentAgents().Where(agent => agent.Status == AgentStatus.Stopped).Select(agent => agent.Name.Identity).ToHashSet();
        if (stopped.Count == 0)
            return;
        foreach (var name in (await distributor.BuildDistributionAsync()).Where(distributor.HasLock).SelectMany(set => set.Names).Where(name => stopped.Contains(name.Identity)))
        {
            GoesOn(log, name.Identity);
            await daemon.StartAgentAsync(name.Identity, ct);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The projection {Projection} was stopped, for its progress was moved by somebody else. It goes on from what is stored.")]
    private static partial void GoesOn(ILogger log, string projection);

    [LoggerMessage(LogLevel.Debug, "Whether projections stand could not be seen: {Failure}.")]
    private static partial void CannotLook(ILogger log, string failure);
}
