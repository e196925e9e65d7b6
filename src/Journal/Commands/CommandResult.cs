using Journal.Facts;
using Journal.Recording;

namespace Journal.Commands;

/// <summary>What became of a command: it is recorded, or it is refused.</summary>
public sealed record CommandResult
{
    private CommandResult(Recorded? recorded, Refusal? refusal) => (Recorded, Refusal) = (recorded, refusal);

    /// <summary>What was recorded; null when it was refused.</summary>
    public Recorded? Recorded { get; }

    /// <summary>Why it was refused; null when it was recorded.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator CommandResult(Refusal refusal) => new(null, refusal);

    public static implicit operator CommandResult(Recorded recorded) => new(recorded, null);
}

/// <summary>A command that was recorded.</summary>
/// <param name="Id">Its subject.</param>
/// <param name="Version">The subject's version after it.</param>
/// <param name="Events">Its events, in the order of the log; none when it changed nothing.</param>
/// <param name="Replayed">True when this is the first answer to a request that came again.</param>
public sealed record Recorded(Guid Id, long Version, IReadOnlyList<RecordedEvent> Events, bool Replayed = false);
