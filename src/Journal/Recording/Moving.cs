namespace Journal.Recording;

/// <summary>A subject was recorded on the wrong day, by a clock that ran ahead, for one: it is true of this moment instead.</summary>
/// <param name="OccurredAt">When it really was.</param>
public sealed record SubjectMoved(Guid SubjectId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

/// <summary>Says when a subject really was; the time of the command is that time.</summary>
[Route("{subject}/{id}/move", "Says when it really was.")]
public sealed record MoveSubject(string? Reason = null) : Command;

/// <summary>Decides for every subject alike.</summary>
public static class Moving
{
    /// <summary>A move to nowhere.</summary>
    internal static Refusal Unsaid { get; } = Refusal.Invalid("occurredAt.missing", "occurredAt is missing: say when it really was.");

    public static Verdict Decide<TState>(MoveSubject command, TState? state, DateTimeOffset now)
        where TState : class, IState<TState> => command.OccurredAt is not { } at ? Unsaid : Verdict.Unless(
            state switch
            {
                null => Retraction.Missing,
                IRetractable { Retracted: true } => Retraction.Retracted,
                _ => null,
            },
            new SubjectMoved(command.Id, command.Reason, at),
            now);
}
