namespace Journal.EventStore.Daemon;

/// <summary>How the daemon works.</summary>
public sealed class DaemonOptions
{
    /// <summary>Events a page, which is one transaction. Default 500: larger pages fold faster and keep a poison event's neighbours waiting longer.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>The shortest pause between two looks at the log, when events are coming. Default 20 ms.</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The longest pause, when nothing happens; it bounds how late another process's events are noticed. Default 1 second.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(1);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PageSize, nameof(PageSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(ShortestPause, TimeSpan.FromMilliseconds(1), nameof(ShortestPause));
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestPause, ShortestPause, nameof(LongestPause));
    }
}
