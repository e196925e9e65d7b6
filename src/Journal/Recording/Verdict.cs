namespace Journal.Recording;

/// <summary>Why a command is refused, and what kind of no it is.</summary>
public enum RefusalKind
{
    /// <summary>What was sent can never be recorded.</summary>
    Invalid,

    /// <summary>The subject is not there.</summary>
    Unknown,

    /// <summary>The subject's history does not allow it (any more).</summary>
    Conflict,
}

/// <param name="Kind">What kind of no.</param>
/// <param name="Code">Stable, for programs: <c>subject.reason</c>.</param>
/// <param name="Reason">A sentence for a person; never holds what they wrote.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Reason)
{
    public static Refusal Invalid(string code, string reason) => new(RefusalKind.Invalid, code, reason);

    public static Refusal Unknown(string code, string reason) => new(RefusalKind.Unknown, code, reason);

    public static Refusal Conflict(string code, string reason) => new(RefusalKind.Conflict, code, reason);
}

/// <summary>What a decider answers: events to append (none for a harmless repeat), or a refusal.</summary>
public sealed record Verdict
{
    private Verdict(IReadOnlyList<IJournalEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    public static Verdict Nothing { get; } = new([], null);

    public IReadOnlyList<IJournalEvent> Events { get; }

    public Refusal? Refusal { get; }

    public static Verdict Accept(params IReadOnlyList<IJournalEvent> events) => new(events, null);

    /// <summary>The event, unless something speaks against it, or it was said before.</summary>
    public static Verdict Unless(Refusal? refusal, IJournalEvent e, bool repeated = false) =>
        refusal is not null ? Refuse(refusal) : repeated ? Nothing : Accept(e);

    public static Verdict Refuse(Refusal refusal) => new([], refusal);

    public static implicit operator Verdict(Refusal refusal) => Refuse(refusal);
}
