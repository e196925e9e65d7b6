namespace Journal.EventStore.Daemon;

/// <summary>How the daemon works.</summary>
public sealed class DaemonOptions
{
    /// <summary>Events a page, which is one transaction. Default 500: larger pages fold faster and keep a poison event's neighbours waiting longer.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>The shortest pause between two looks at the log, when events are coming. Default 20 ms.</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The longest pause, when nothing happens; it bounds how late another process's events are noticed, and how late a killed owner is replaced. Default 1 second.
    /// </summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often an event is tried before it is poison. Default 5; the pauses between grow from <see cref="RetryPause"/>, doubling.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The pause before an event is tried again the first time. Default 100 ms.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>What happens to a poison event. Default: stop, because a projection that went on without an event is wrong until somebody looks.</summary>
    public PoisonPolicy OnPoison { get; init; } = PoisonPolicy.Stop;

    /// <summary>A projection that is further behind than this is rebuilt by the fast path instead of page by page. Default 50,000 positions.</summary>
    public long RebuildBeyond { get; init; } = 50_000;

    /// <summary>How long catching up waits for writers that are just now at work. Default 1 second.</summary>
    public TimeSpan CatchUpPatience { get; init; } = TimeSpan.FromSeconds(1);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PageSize, nameof(PageSize));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Attempts, nameof(Attempts));
        ArgumentOutOfRangeException.ThrowIfLessThan(ShortestPause, TimeSpan.FromMilliseconds(1), nameof(ShortestPause));
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestPause, ShortestPause, nameof(LongestPause));
    }
}

/// <summary>What happens to an event that a projection or subscription cannot take.</summary>
public enum PoisonPolicy
{
    /// <summary>It stops there, in every process, until it is resumed.</summary>
    Stop,

    /// <summary>The event is set down as a dead letter, and the work goes on behind it.</summary>
    DeadLetter,
}
