namespace Journal.Commands;

/// <summary>Commands on their way into one person's journal that are recorded all or not at all, in their order; a later one sees what the earlier ones said.</summary>
/// <param name="Commands">At least one, all by one author.</param>
public sealed record RecordTogether(IReadOnlyList<RecordCommand> Commands)
{
    /// <summary>Without the commands, so that what a person wrote reaches no log by way of this message.</summary>
    public override string ToString() => $"{Commands.Count} commands together";
}

/// <summary>What became of commands that are recorded together.</summary>
/// <param name="Results">Of each, in their order; when one was refused, that one's alone.</param>
/// <param name="RefusedAt">The place of the one that was refused, from 0; null when all are recorded.</param>
public sealed record TogetherResult(IReadOnlyList<CommandResult> Results, int? RefusedAt = null);
