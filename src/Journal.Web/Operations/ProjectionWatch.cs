using JasperFx;
using JasperFx.Events.Daemon;
using Journal.Web.Telemetry;
using Marten;

namespace Journal.Web.Operations;

/// <summary>Starts projections again that Marten's daemon has given up.</summary>
/// <remarks>
/// A projection whose progress somebody else has moved, as a rebuild by another process does, is stopped for good with its next page: Marten takes it for a second owner; and
/// without a next page it does not notice. Where this node still holds the projection's lock, nobody else owns it, and it goes on from what is stored.
/// </remarks>
internal sealed partial class ProjectionWatch(Marten.Events.Daemon.Coordination.IProjectionCoordinator coordinator, IDocumentStore store, JournalMeter meter, TimeProvider clock, ILogger<ProjectionWatch> log) : BackgroundService
{
    private const string HighWater = "HighWaterMark";
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
        // Where each is by itself is asked before what is stored: else a page committed in between would look like progress that was taken away.
        var running = daemon.CurrentAgents().Where(agent => agent.Status != AgentStatus.Paused).Select(agent => (agent.Name.Identity, agent.Status, agent.Position)).ToList();
        var stored = (await store.Advanced.AllProjectionProgress(token: ct)).ToDictionary(state => state.ShardName, state => state.Sequence);
        meter.Behind(Behind(stored));
        var moved = running.Where(agent => agent.Status == AgentStatus.Stopped || stored.GetValueOrDefault(agent.Identity) < agent.Position).ToDictionary(agent => agent.Identity, agent => agent.Status);
        if (moved.Count == 0)
            return;
        foreach (var name in (await distributor.BuildDistributionAsync()).Where(distributor.HasLock).SelectMany(set => set.Names).Where(name => moved.ContainsKey(name.Identity)))
        {
            GoesOn(log, name.Identity);
            if (moved[name.Identity] == AgentStatus.Running)
                await daemon.StopAgentAsync(name.Identity);
            await daemon.StartAgentAsync(name.Identity, ct);
        }
    }

    private static List<KeyValuePair<string, long>> Behind(Dictionary<string, long> stored)
    {
        var end = stored.GetValueOrDefault(HighWater);
        return [.. stored.Where(shard => shard.Key != HighWater).Select(shard => KeyValuePair.Create(shard.Key, Math.Max(0, end - shard.Value)))];
    }

    [LoggerMessage(LogLevel.Warning, "The projection {Projection} was moved by somebody else, as by a rebuild. It goes on from what is stored.")]
    private static partial void GoesOn(ILogger log, string projection);

    [LoggerMessage(LogLevel.Debug, "Whether projections stand could not be seen: {Failure}.")]
    private static partial void CannotLook(ILogger log, string failure);
}
