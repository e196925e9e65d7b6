using System.Collections.Immutable;

namespace Journal.Domain.Decisions;

/// <param name="WasMade">Whether it was ever made; reopening it does not undo that.</param>
public sealed record DecisionCase(Guid Id, DecisionStanding Standing, bool WasMade, ImmutableHashSet<Guid> Reviews, bool Retracted)
    : IState<DecisionCase>, IRetractable
{
    public static DecisionCase Create(DecisionOpened e) => new(e.DecisionId, DecisionStanding.Open, WasMade: false, [], Retracted: false);

    public static DecisionCase Apply(DecisionReviewed e, DecisionCase decision) => decision with { Reviews = decision.Reviews.Add(e.ReviewId) };

    public static DecisionCase Apply(DecisionMade e, DecisionCase decision) => decision with { Standing = DecisionStanding.Made, WasMade = true };

    public static DecisionCase Apply(DecisionReopened e, DecisionCase decision) => decision with { Standing = DecisionStanding.Open };

    public static DecisionCase Apply(DecisionDropped e, DecisionCase decision) => decision with { Standing = DecisionStanding.Dropped };

    public static DecisionCase Apply(SubjectRetracted e, DecisionCase decision) => decision with { Retracted = true };

    public static DecisionCase? Fold(DecisionCase? state, IJournalEvent e) => (state, e) switch
    {
        (null, DecisionOpened opened) => Create(opened),
        ({ } decision, DecisionReviewed reviewed) => Apply(reviewed, decision),
        ({ } decision, DecisionMade made) => Apply(made, decision),
        ({ } decision, DecisionReopened reopened) => Apply(reopened, decision),
        ({ } decision, DecisionDropped dropped) => Apply(dropped, decision),
        ({ } decision, SubjectRetracted retracted) => Apply(retracted, decision),
        _ => state,
    };
}

public enum DecisionStanding
{
    Open,
    Made,
    Dropped,
}
