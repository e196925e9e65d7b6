namespace Journal.Commands;

/// <summary>On what terms a command is recorded. The default is none.</summary>
/// <param name="Key">Chosen by the sender and sent again with every retry of the same request: a retry gets the first answer.</param>
/// <param name="Versions">The versions of the subject that the sender has seen; at any other the command is refused as stale.</param>
public sealed record Conditions(string? Key = null, IReadOnlyCollection<long>? Versions = null)
{
    /// <summary>No terms.</summary>
    public static Conditions None { get; } = new();

    /// <summary>True when the key is no key at all but an id that the sender chose for what the command makes.</summary>
    internal bool IsKeyImplied { get; init; }

    /// <summary>True when the id of what the command begins was made up for this very request, so that nothing can stand under it yet.</summary>
    internal bool IsIdMadeUp { get; init; }
}
