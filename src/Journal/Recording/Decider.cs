namespace Journal.Recording;

/// <summary>How a command is decided.</summary>
public abstract class Decider
{
    private protected Decider()
    {
    }

    internal abstract Task<CommandResult> RecordAsync(SubjectWriter writer, RecordCommand message, bool again, CancellationToken ct);
}

/// <summary>Decides commands of one type on subjects of one sort.</summary>
/// <param name="decide">Pure; called again when a race is lost.</param>
public sealed class Decider<TCommand, TState>(Func<TCommand, TState?, DateTimeOffset, Verdict> decide) : Decider
    where TCommand : Command
    where TState : class, IState<TState>
{
    internal override Task<CommandResult> RecordAsync(SubjectWriter writer, RecordCommand message, bool again, CancellationToken ct) =>
        writer.RecordAsync(message, (TCommand)message.Command, decide, again, ct);
}
