using Journal.Recording;

namespace Journal.Aims;

/// <summary>A person names something they want to sustain.</summary>
public sealed record AimSet(Guid AimId, [property: Personal] string Title, [property: Personal] string? Why, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => AimId;

    Guid? IServesAim.AimId => AimId;
}

/// <summary>The aim is worded anew; a null leaves that part as it was.</summary>
public sealed record AimRevised(Guid AimId, [property: Personal] string? Title, [property: Personal] string? Why, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => AimId;
}

/// <summary>The aim is no longer pursued.</summary>
public sealed record AimClosed(Guid AimId, AimEnding Ending, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => AimId;
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
