namespace Journal.EventStore.Daemon;

/// <summary>How a projection or subscription stands in this process.</summary>
/// <param name="Name">The progress row.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Progress">The position up to which it is done; 0 while another process owns it.</param>
/// <param name="Head">The last number drawn from the log, as last seen.</param>
/// <param name="Failure">What went wrong last, until it goes right again.</param>
public sealed record ProjectionStatus(string Name, ProjectionState State, long Progress, long Head, string? Failure)
{
    /// <summary>How many positions it is behind.</summary>
    public long Lag => Math.Max(0, Head - Progress);
}

/// <summary>What a projection or subscription is doing in this process.</summary>
public enum ProjectionState
{
    /// <summary>Not started.</summary>
    Idle,

    /// <summary>Another process owns it, and this one stands by.</summary>
    Standby,

    /// <summary>Following the log.</summary>
    Running,

    /// <summary>Being rebuilt from the whole log.</summary>
    Rebuilding,

    /// <summary>Failed, and will be tried again.</summary>
    Failing,

    /// <summary>Paused by hand, or stopped by an event it cannot take, until it is resumed.</summary>
    Paused,
}
