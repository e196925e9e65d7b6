namespace Journal.Recording;

/// <summary>The whole subject was recorded in error.</summary>
[Route("{subject}/{id}/retract", "Takes it out of every figure; it stays in the history.")]
public sealed record RetractSubject(string? Reason = null) : Command;

/// <summary>The state of a subject that can be retracted as a whole.</summary>
public interface IRetractable
{
    bool Retracted { get; }
}

/// <summary>Decides for every subject alike, as a retraction asks nothing of what it takes back.</summary>
public static class Retraction
{
    /// <summary>What is not there cannot be taken back.</summary>
    public static Refusal Missing { get; } = Refusal.Unknown("subject.unknown", "There is no such subject.");

    internal static Refusal Retracted { get; } = Refusal.Conflict("subject.retracted", "This subject was retracted.");

    /// <summary>Takes back a subject that is known to stand.</summary>
    internal static Verdict Of(Guid id, string? reason, DateTimeOffset now) => Verdict.Accept(now, new SubjectRetracted(id, reason, now));

    public static Verdict Decide<TState>(RetractSubject command, TState? state, DateTimeOffset now)
        where TState : class, IRetractable => Verdict.Unless(
            state is null ? Missing : null, new SubjectRetracted(command.Id, command.Reason, command.OccurredAt ?? now), now, repeated: state is { Retracted: true });
}
