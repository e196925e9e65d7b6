using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.Aims;

/// <summary>A person names something they want to sustain.</summary>
public sealed record AimSet(Guid AimId, [property: Personal] string Title, [property: Personal] string? Why, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => AimId;

    Guid? IServesAim.AimId => AimId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Title(Title) ?? Check.OptionalText(Why, "why") ?? Check.When(OccurredAt, now);
}

/// <summary>The aim is worded anew; a null leaves that part as it was.</summary>
/// <param name="Cleared">The parts that are empty from here on; null for none.</param>
public sealed record AimRevised(
    Guid AimId,
    [property: Personal] string? Title,
    [property: Personal] string? Why,
    DateTimeOffset OccurredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AimPart>? Cleared = null) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => AimId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.OptionalTitle(Title)
        ?? Check.OptionalText(Why, "why")
        ?? Check.When(OccurredAt, now)
        ?? (this is { Title: null, Why: null, Cleared: null } ? Refusal.Invalid("aim.unchanged", "Give a new title, a new why, or both.") : null);
}

/// <summary>What an aim may be without.</summary>
public enum AimPart
{
    Why,
}

/// <summary>The aim is no longer pursued.</summary>
public sealed record AimClosed(Guid AimId, AimEnding Ending, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => AimId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Known<AimEnding>(Ending, "ending") ?? Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

public enum AimEnding
{
    Reached,
    Abandoned,
    Superseded,
}

public sealed record Aim(Guid Id, bool Closed) : IState<Aim>
{
    private static Aim From(AimSet e) => new(e.AimId, Closed: false);

    private static Aim On(AimClosed e, Aim aim) => aim with { Closed = true };

    public static Aim? Fold(Aim? state, IJournalEvent e) => (state, e) switch
    {
        (null, AimSet set) => From(set),
        ({ } aim, AimClosed closed) => On(closed, aim),
        _ => state,
    };
}
