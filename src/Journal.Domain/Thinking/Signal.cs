namespace Journal.Domain.Thinking;

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
