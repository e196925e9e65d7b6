namespace Journal.Domain.Aims;

public sealed record Aim(Guid Id, bool Closed) : IState<Aim>
{
    public static Aim Create(AimSet e) => new(e.AimId, Closed: false);

    public static Aim Apply(AimClosed e, Aim aim) => aim with { Closed = true };

    public static Aim? Fold(Aim? state, IJournalEvent e) => (state, e) switch
    {
        (null, AimSet set) => Create(set),
        ({ } aim, AimClosed closed) => Apply(closed, aim),
        _ => state,
    };
}
