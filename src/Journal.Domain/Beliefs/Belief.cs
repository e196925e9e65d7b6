using System.Collections.Immutable;

namespace Journal.Domain.Beliefs;

/// <param name="Owned">Whether the person stated or confirmed it; what was only extracted or inferred waits for that.</param>
public sealed record Belief(
    Guid Id, BeliefScope Scope, bool Owned, Guid? AimId, bool Active, ImmutableHashSet<Guid> Tests, ImmutableHashSet<Guid> Predictions) : IState<Belief>
{
    public static Belief Create(BeliefStated e) => new(e.BeliefId, e.Scope, e.Origin == BeliefOrigin.Explicit, e.AimId, Active: true, [], []);

    public static Belief Apply(BeliefConfirmed e, Belief belief) => belief with { Owned = true };

    public static Belief Apply(ConstraintTested e, Belief belief) => belief with { Tests = belief.Tests.Add(e.TestId) };

    public static Belief Apply(BeliefPredicted e, Belief belief) => belief with { Predictions = belief.Predictions.Add(e.PredictionId) };

    public static Belief Apply(BeliefReplaced e, Belief belief) => belief with { Active = false };

    public static Belief Apply(BeliefRetired e, Belief belief) => belief with { Active = false };

    public static Belief? Fold(Belief? state, IJournalEvent e) => (state, e) switch
    {
        (null, BeliefStated stated) => Create(stated),
        ({ } belief, BeliefConfirmed confirmed) => Apply(confirmed, belief),
        ({ } belief, ConstraintTested tested) => Apply(tested, belief),
        ({ } belief, BeliefPredicted predicted) => Apply(predicted, belief),
        ({ } belief, BeliefReplaced replaced) => Apply(replaced, belief),
        ({ } belief, BeliefRetired retired) => Apply(retired, belief),
        _ => state,
    };
}
