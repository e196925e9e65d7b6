using System.Collections.Immutable;
using Journal.Recording;

namespace Journal.Decisions;

/// <summary>Something has to be decided.</summary>
/// <param name="Class">The sort of decision, in the person's own word; a standard may be set for it.</param>
/// <param name="Options">What there is to choose from, as far as it was written down.</param>
/// <param name="TriggeredAt">When something from outside called for it; null when nothing did.</param>
/// <param name="BeliefIds">The beliefs it rests on.</param>
public sealed record DecisionOpened(
    Guid DecisionId,
    [property: Personal] string Question,
    [property: Personal] string? Class,
    [property: Personal] IReadOnlyList<string> Options,
    DateTimeOffset? TriggeredAt,
    IReadOnlyList<Guid> BeliefIds,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => DecisionId;
}

/// <summary>It was gone over again.</summary>
/// <param name="NewFact">Whether the review brought a fact that was not there before.</param>
public sealed record DecisionReviewed(
    Guid DecisionId, Guid ReviewId, bool NewFact, [property: Personal] string? Note, double? Minutes, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DecisionId;
}

/// <param name="Confidence">Probability the person gives to being right, 0 to 1.</param>
public sealed record DecisionMade(Guid DecisionId, [property: Personal] string Choice, double? Confidence, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DecisionId;
}

/// <summary>A decision that was made is open again.</summary>
public sealed record DecisionReopened(Guid DecisionId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DecisionId;
}

/// <summary>It no longer has to be decided.</summary>
public sealed record DecisionDropped(Guid DecisionId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DecisionId;
}

/// <param name="CameTrue">Whether the choice turned out right, which is what the stated confidence is scored against.</param>
public sealed record DecisionOutcomeReviewed(Guid DecisionId, bool CameTrue, [property: Personal] string? Note, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => DecisionId;
}

/// <param name="WasMade">Whether it was ever made; reopening it does not undo that.</param>
public sealed record DecisionCase(Guid Id, DecisionStanding Standing, bool WasMade, ImmutableHashSet<Guid> Reviews, bool Retracted)
    : IState<DecisionCase>, IRetractable
{
    private static DecisionCase From(DecisionOpened e) => new(e.DecisionId, DecisionStanding.Open, WasMade: false, [], Retracted: false);

    private static DecisionCase On(DecisionReviewed e, DecisionCase decision) => decision with { Reviews = decision.Reviews.Add(e.ReviewId) };

    private static DecisionCase On(DecisionMade e, DecisionCase decision) => decision with { Standing = DecisionStanding.Made, WasMade = true };

    private static DecisionCase On(DecisionReopened e, DecisionCase decision) => decision with { Standing = DecisionStanding.Open };

    private static DecisionCase On(DecisionDropped e, DecisionCase decision) => decision with { Standing = DecisionStanding.Dropped };

    private static DecisionCase On(SubjectRetracted e, DecisionCase decision) => decision with { Retracted = true };

    public static DecisionCase? Fold(DecisionCase? state, IJournalEvent e) => (state, e) switch
    {
        (null, DecisionOpened opened) => From(opened),
        ({ } decision, DecisionReviewed reviewed) => On(reviewed, decision),
        ({ } decision, DecisionMade made) => On(made, decision),
        ({ } decision, DecisionReopened reopened) => On(reopened, decision),
        ({ } decision, DecisionDropped dropped) => On(dropped, decision),
        ({ } decision, SubjectRetracted retracted) => On(retracted, decision),
        _ => state,
    };
}

public enum DecisionStanding
{
    Open,
    Made,
    Dropped,
}
