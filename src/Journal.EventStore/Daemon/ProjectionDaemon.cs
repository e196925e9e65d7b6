using Journal.EventStore.Projections;

namespace Journal.EventStore.Daemon;

/// <summary>Keeps projections up to date. Run it in as many processes as you like: each projection has one owner at a time.</summary>
/// <remarks>It needs connections of its own to the server: behind a pooler that shares them between transactions, locks mean nothing.</remarks>
public sealed class ProjectionDaemon
{
    private readonly ProjectionRunner[] runners;

    /// <summary>A daemon for some projections.</summary>
    public ProjectionDaemon(PostgresEventStore store, IReadOnlyCollection<IProjection> projections, DaemonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(projections);
        options ??= new();
        options.Validate();
        runners = [.. projections.Select(projection => new ProjectionRunner(store, projection, options))];
    }

    /// <summary>How each projection stands in this process.</summary>
    public IReadOnlyList<ProjectionStatus> Status => [.. runners.Select(runner => runner.Status)];

    /// <summary>Follows the log until cancelled. Failures of the database are waited out.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(runners.Select(runner => runner.RunAsync(ct)));

    /// <summary>For a process that lives shortly: takes what no other process owns, works until nothing settled is left, and lets go.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        foreach (var runner in runners)
            await runner.CatchUpAsync(ct);
    }

    /// <summary>Says that something was appended in this process, so that nobody has to wait for the next look.</summary>
    public void Wake()
    {
        foreach (var runner in runners)
            runner.Wake();
    }
}
