using Journal.EventStore.Daemon;

namespace Journal.EventStore.Rebuilding;

/// <summary>How a rebuild works.</summary>
public sealed class RebuildOptions
{
    /// <summary>Bytes that documents may take in memory, all projections together. Default 128 MiB; less means more writing out and reading back.</summary>
    public long MemoryBudget { get; init; } = 128 * 1024 * 1024;

    /// <summary>What happens to an event that a projection cannot take. Default: the rebuild fails, and the old rows stay.</summary>
    public PoisonPolicy OnPoison { get; init; } = PoisonPolicy.Stop;

    /// <summary>Told about ten times a second how far it is.</summary>
    public IProgress<RebuildProgress>? Progress { get; init; }
}

/// <summary>How far a rebuild is.</summary>
/// <param name="Position">The position it has come to.</param>
/// <param name="Target">The position it goes to.</param>
/// <param name="Events">Events read so far.</param>
/// <param name="EventsPerSecond">On average since it began.</param>
/// <param name="TimeLeft">At that rate; zero when it is done.</param>
public sealed record RebuildProgress(long Position, long Target, long Events, double EventsPerSecond, TimeSpan TimeLeft);

/// <summary>Code <c>rebuild.running</c>: another process is rebuilding this projection.</summary>
public sealed class RebuildRunningException(string name) : EventStoreException("rebuild.running", $"{name} is being rebuilt already.");

/// <summary>Code <c>event.poison</c>: a projection cannot take an event.</summary>
public sealed class PoisonEventException(string name, long position, Exception cause)
    : EventStoreException("event.poison", $"{name} cannot take the event at position {position}: {cause.GetType().Name}.", cause)
{
    /// <summary>The progress row.</summary>
    public string Name { get; } = name;

    /// <summary>The event's position.</summary>
    public long Position { get; } = position;
}
