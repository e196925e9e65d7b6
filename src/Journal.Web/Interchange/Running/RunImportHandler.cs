using Npgsql;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Journal.Web.Interchange.Running;

/// <summary>Wolverine's handler of files that are imported by themselves.</summary>
public static class RunImportHandler
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(3)];

    /// <summary>A file takes as long as it takes; a server that is stopped, or a database that is away, makes it begin again.</summary>
    public static void Configure(HandlerChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        chain.ExecutionTimeoutInSeconds = (int)TimeSpan.FromHours(6).TotalSeconds;
        chain.OnException<OperationCanceledException>().Or<NpgsqlException>().ScheduleRetry(Pauses);
    }

    public static Task Handle(RunImport message, ImportRuns runs, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(runs);
        return runs.RunAsync(message.Person, message.Run, ct);
    }
}
