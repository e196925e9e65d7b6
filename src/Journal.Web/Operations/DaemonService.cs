using Journal.EventStore.Daemon;

namespace Journal.Web.Operations;

/// <summary>Keeps the read models up to date for as long as the server runs.</summary>
internal sealed class DaemonService(ProjectionDaemon daemon, JournalServerOptions options) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.RunDaemon ? daemon.RunAsync(stoppingToken) : Task.CompletedTask;
}
