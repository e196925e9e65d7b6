using Journal.Recording;

namespace Journal.Commands;

/// <summary>A command on its way into a person's journal: the one message by which HTTP, the terminal and imports record anything. The person is its tenant.</summary>
/// <param name="Kind">What is said of what; knows the decider.</param>
/// <param name="Command">What to record.</param>
/// <param name="Author">Who records it; an instant in the command is moved to their zone.</param>
/// <param name="On">On what terms.</param>
public sealed record RecordCommand(CommandKind Kind, Command Command, Author Author, Conditions On)
{
    /// <summary>By what a second try of this message knows what the first one stored, when the sender gave no key.</summary>
    internal Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Without the command, so that what a person wrote reaches no log by way of this message.</summary>
    public override string ToString() => Kind.Name;
}
