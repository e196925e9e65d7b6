using Journal.EventStore.Projections;

namespace Journal.EventStore.Daemon;

/// <summary>Keeps projections and subscriptions going. Run it in as many processes as you like: each has one owner at a time.</summary>
/// <remarks>It needs connections of its own to the server: behind a pooler that shares them between transactions, locks mean nothing.</remarks>
public sealed class ProjectionDaemon
{
    private readonly PostgresEventStore store;
    private readonly FollowerRunner[] runners;

    /// <summary>A daemon for some projections and subscriptions.</summary>
    public ProjectionDaemon(
        PostgresEventStore store, IReadOnlyCollection<IProjection> projections, IReadOnlyCollection<ISubscription> subscriptions, DaemonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(projections);
        ArgumentNullException.ThrowIfNull(subscriptions);
        options ??= new();
        options.Validate();
        this.store = store;
        runners =
        [
            .. projections.Select(projection => new FollowerRunner(store, new ProjectionFollower(projection), options)),
            .. subscriptions.Select(subscription => new FollowerRunner(store, new SubscriptionFollower(subscription), options)),
            new FollowerRunner(store, new TenantLogFollower(), options),
        ];
    }

    /// <summary>A daemon for some projections.</summary>
    public ProjectionDaemon(PostgresEventStore store, IReadOnlyCollection<IProjection> projections, DaemonOptions? options = null)
        : this(store, projections, [], options)
    {
    }

    /// <summary>How each projection and subscription stands in this process, in the order given; last the store's own list of positions by tenant.</summary>
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

    /// <summary>Says that something was appended in this process, so that nobody has to wait for the next look. Costs next to nothing.</summary>
    public void Wake()
    {
        foreach (var runner in runners)
            runner.Wake();
    }

    /// <summary>Pauses one, in whatever process it runs, until it is resumed; the page at hand is finished.</summary>
    /// <param name="name">The progress row, as <see cref="Status"/> names it.</param>
    /// <param name="ct">Cancels.</param>
    public Task PauseAsync(string name, CancellationToken ct) => new Pauses(store).AddAsync(name, "paused", ct);

    /// <summary>Lets one go on that was paused, or that an event stopped.</summary>
    /// <param name="name">The progress row.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ResumeAsync(string name, CancellationToken ct)
    {
        await new Pauses(store).RemoveAsync(name, ct);
        Wake();
    }

    /// <summary>The events that were given up, of one or of all.</summary>
    public Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(string? name, CancellationToken ct) => new DeadLetters(store).ReadAsync(name, ct);
}
