using System.Threading.RateLimiting;

namespace Journal.Web.Access;

/// <summary>What keeps a processor for long, such as a replay of ten years, runs apart from everything else and a few at a time for each person.</summary>
internal sealed class HeavyWork : IAsyncDisposable
{
    /// <summary>How many a person may have at once.</summary>
    public const int APerson = 3;

    private static readonly int Threads = Math.Max(2, Environment.ProcessorCount);

    private readonly TaskScheduler pool = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Threads).ConcurrentScheduler;

    private readonly PartitionedRateLimiter<Guid> people = PartitionedRateLimiter.Create<Guid, Guid>(
        person => RateLimitPartition.GetConcurrencyLimiter(person, _ => new() { PermitLimit = APerson, QueueLimit = 0 }));

    // The pool's threads are the runtime's own; with these on top, the others have as many as before.
    static HeavyWork()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + Threads, ports);
    }

    /// <summary>A place among the person's own; not acquired when they have as many already.</summary>
    public RateLimitLease Enter(Guid person) => people.AttemptAcquire(person);

    /// <summary>Runs it there.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken ct) => Task.Factory.StartNew(work, ct, TaskCreationOptions.DenyChildAttach, pool).Unwrap();

    public ValueTask DisposeAsync() => people.DisposeAsync();
}
