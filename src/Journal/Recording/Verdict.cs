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

    /// <summary>The events, unless a value of one speaks against it.</summary>
    /// <param name="now">What lies in the future lies after this.</param>
    /// <param name="events">In the order they are recorded in.</param>
    public static Verdict Accept(DateTimeOffset now, params IReadOnlyList<IJournalEvent> events) =>
        events.Select(e => e.Check(now)).FirstOrDefault(refusal => refusal is not null) is { } refusal ? Refuse(refusal) : new(events, null);

    /// <summary>The event, unless a value of it or something else speaks against it, or it was said before.</summary>
    /// <param name="against">What else speaks against it; its values come first.</param>
    /// <param name="e">The event.</param>
    /// <param name="now">What lies in the future lies after this.</param>
    /// <param name="repeated">Whether it was said before.</param>
    public static Verdict Unless(Refusal? against, IJournalEvent e, DateTimeOffset now, bool repeated = false) =>
        (e.Check(now) ?? against) is { } refusal ? Refuse(refusal) : repeated ? Nothing : new([e], null);

    public static Verdict Refuse(Refusal refusal) => new([], refusal);

    public static implicit operator Verdict(Refusal refusal) => Refuse(refusal);
}
