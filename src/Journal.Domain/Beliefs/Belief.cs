namespace Journal.Domain.Beliefs;

public sealed record Belief(Guid Id, BeliefScope Scope, BeliefOrigin Origin, Guid? AimId, bool Active) : IState<Belief>
{
    public static Belief Create(BeliefStated e) => new(e.BeliefId, e.Scope, e.Origin, e.AimId, Active: true);

    public static Belief Apply(BeliefReplaced e, Belief belief) => belief with { Active = false };

    public static Belief Apply(BeliefRetired e, Belief belief) => belief with { Active = false };

    public static Belief? Fold(Belief? state, IJournalEvent e) => (state, e) switch
    {
        (null, BeliefStated stated) => Create(stated),
        ({ } belief, BeliefReplaced replaced) => Apply(replaced, belief),
        ({ } belief, BeliefRetired retired) => Apply(retired, belief),
        _ => state,
    };
}
