using Journal.Recording;

namespace Journal.Signals;

/// <summary>Something was noticed that may call for action.</summary>
public sealed record SignalNoticed(Guid SignalId, [property: Personal] string Text, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => SignalId;
}

public sealed record SignalActedOn(Guid SignalId, [property: Personal] string? Action, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SignalId;
}

/// <summary>It was set aside on purpose.</summary>
/// <param name="BeliefId">The belief by which it is safe to ignore.</param>
public sealed record SignalDismissed(Guid SignalId, Guid? BeliefId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SignalId;
}

public sealed record Signal(Guid Id, bool ActedOn, bool Dismissed, bool Retracted) : IState<Signal>, IRetractable
{
    private static Signal From(SignalNoticed e) => new(e.SignalId, ActedOn: false, Dismissed: false, Retracted: false);

    private static Signal On(SignalActedOn e, Signal signal) => signal with { ActedOn = true };

    private static Signal On(SignalDismissed e, Signal signal) => signal with { Dismissed = true };

    private static Signal On(SubjectRetracted e, Signal signal) => signal with { Retracted = true };

    public static Signal? Fold(Signal? state, IJournalEvent e) => (state, e) switch
    {
        (null, SignalNoticed noticed) => From(noticed),
        ({ } signal, SignalActedOn acted) => On(acted, signal),
        ({ } signal, SignalDismissed dismissed) => On(dismissed, signal),
        ({ } signal, SubjectRetracted retracted) => On(retracted, signal),
        _ => state,
    };
}
