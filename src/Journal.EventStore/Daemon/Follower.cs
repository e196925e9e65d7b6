using Journal.EventStore.Projections;

namespace Journal.EventStore.Daemon;

/// <summary>Something that follows the log with a progress row of its own.</summary>
internal abstract class Follower
{
    /// <summary>The progress row.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyCollection<string>? Types { get; }

    public virtual Task PrepareAsync(ProjectionTransaction transaction, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What can be rebuilt from the whole log, if anything.</summary>
    public virtual IProjection? Projection => null;

    /// <summary>Takes a page of events behind the session's progress, and moves the progress past it.</summary>
    public abstract Task<Step> StepAsync(FollowerSession session, long settled, int pageSize, CancellationToken ct);
}

/// <summary>What a step came to.</summary>
/// <param name="Progress">The position up to which the follower is done.</param>
/// <param name="HasMore">True when a whole page was there, so that there may be more.</param>
/// <param name="IsPaused">True when the follower shall not go on.</param>
internal readonly record struct Step(long Progress, bool HasMore, bool IsPaused = false);
