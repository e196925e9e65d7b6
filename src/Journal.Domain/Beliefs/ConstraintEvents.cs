namespace Journal.Domain.Beliefs;

/// <summary>A belief that was only extracted or inferred is the person's own from here on, and counts.</summary>
public sealed record BeliefConfirmed(Guid BeliefId, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>A belief is named as what limits: if this, then that much and no more.</summary>
/// <param name="If">When it takes hold.</param>
/// <param name="Limits">What it then limits.</param>
/// <param name="Template">The template its wording was taken from.</param>
/// <param name="Ceiling">The output of a week that it holds to be the most.</param>
/// <param name="Constrains">The commitments and practices it constrains.</param>
public sealed record ConstraintNominated(
    Guid BeliefId,
    [property: Personal] string If,
    [property: Personal] string Limits,
    ConstraintTemplate? Template,
    double? Ceiling,
    IReadOnlyList<Guid> Constrains,
    DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>The constraint was put to a test.</summary>
public sealed record ConstraintTested(
    Guid BeliefId, Guid TestId, [property: Personal] string Test, ConstraintFinding Finding, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>What follows if the belief is right, said beforehand.</summary>
/// <param name="Probability">How likely the person holds it to come true, 0 to 1.</param>
/// <param name="DueAt">By when it shows.</param>
public sealed record BeliefPredicted(
    Guid BeliefId, Guid PredictionId, [property: Personal] string Text, double? Probability, DateTimeOffset? DueAt, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

public sealed record PredictionScored(Guid BeliefId, Guid PredictionId, bool CameTrue, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;
}

/// <summary>Constraints that many people share, each with a signature that the data confirm or refute.</summary>
public enum ConstraintTemplate
{
    ScaleLosesControl,
    VisibilityIsRisk,
    ConsistencyRemovesFlexibility,
    ControlKeepsQuality,
    ComplexityShowsWorth,
    SpeedIsRisk,
}

public enum ConstraintFinding
{
    Confirmed,
    Refuted,
    Unclear,
}
