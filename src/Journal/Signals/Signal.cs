using Journal.Recording;

namespace Journal.Signals;

/// <summary>Something was noticed that may call for action.</summary>
public sealed record SignalNoticed(Guid SignalId, [property: Personal] string Text, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => SignalId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Text(Text) ?? Check.When(OccurredAt, now);
}

public sealed record SignalActedOn(Guid SignalId, [property: Personal] string? Action, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SignalId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Action, "action") ?? Check.When(OccurredAt, now);
}

/// <summary>It was set aside on purpose.</summary>
/// <param name="BeliefId">The belief by which it is safe to ignore.</param>
public sealed record SignalDismissed(Guid SignalId, Guid? BeliefId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SignalId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

public sealed record Signal(Guid Id, bool ActedOn, bool Dismissed, bool Retracted) : IState<Signal>, IRetractable
{
    public static Signal Create(SignalNoticed e) => new(e.SignalId, ActedOn: false, Dismissed: false, Retracted: false);

    public static Signal Apply(SignalActedOn e, Signal signal) => signal with { ActedOn = true };

    public static Signal Apply(SignalDismissed e, Signal signal) => signal with { Dismissed = true };

    public static Signal Apply(SubjectRetracted e, Signal signal) => signal with { Retracted = true };

    public static Signal? Fold(Signal? state, IJournalEvent e) => (state, e) switch
    {
        (null, SignalNoticed noticed) => Create(noticed),
        ({ } signal, SignalActedOn acted) => Apply(acted, signal),
        ({ } signal, SignalDismissed dismissed) => Apply(dismissed, signal),
        ({ } signal, SubjectRetracted retracted) => Apply(retracted, signal),
        _ => state,
    };
}
