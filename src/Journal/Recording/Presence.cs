namespace Journal.Recording;

/// <summary>Whether a subject stands as a command needs it. Each answers null when it does.</summary>
internal static class Presence
{
    /// <param name="state">The subject, which the command begins.</param>
    /// <param name="subject">The word for it in the refusal's code.</param>
    public static Refusal? Unused<TState>(TState? state, string subject)
        where TState : class, IRetractable => state switch
        {
            null => null,
            { Retracted: true } => Retraction.Retracted,
            _ => Refusal.Conflict($"{subject}.exists", $"This {subject} is already recorded."),
        };

    /// <param name="state">The subject, of which the command says more.</param>
    /// <param name="subject">The word for it in the refusal's code.</param>
    public static Refusal? There<TState>(TState? state, string subject)
        where TState : class, IRetractable => state switch
        {
            null => Refusal.Unknown($"{subject}.unknown", $"There is no such {subject}."),
            { Retracted: true } => Retraction.Retracted,
            _ => null,
        };
}
