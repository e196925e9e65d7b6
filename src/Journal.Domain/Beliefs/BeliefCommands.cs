namespace Journal.Domain.Beliefs;

public sealed record StateBelief(
    string Text,
    BeliefScope Scope,
    double Strength = 0.5,
    BeliefStance Stance = BeliefStance.Serves,
    BeliefOrigin Origin = BeliefOrigin.Explicit,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => Reference.To("aim", AimId);
}

public sealed record RateBelief(double Strength) : Command;

public sealed record ChallengeBelief(string Challenge) : Command;

/// <param name="ReplacementId">The id the new belief gets.</param>
/// <param name="Text">The new belief; it takes the aim of the old one, and its scope unless another is given.</param>
public sealed record ReplaceBelief(
    Guid ReplacementId,
    string Text,
    double Strength = 0.5,
    BeliefStance Stance = BeliefStance.Serves,
    BeliefScope? Scope = null,
    string? Reason = null) : Command;

public sealed record RetireBelief(string? Reason = null) : Command;

public sealed record LinkEvidence(
    Guid EvidenceId, EvidenceDirection Direction, Guid? SourceId = null, string? Note = null) : Command;

public sealed record ConfirmBelief : Command;

/// <param name="If">When it takes hold; the template's words when left out.</param>
/// <param name="Limits">What it then limits; the template's words when left out.</param>
public sealed record NominateConstraint(
    string? If = null,
    string? Limits = null,
    ConstraintTemplate? Template = null,
    double? Ceiling = null,
    IReadOnlyList<Guid>? Constrains = null) : Command;

public sealed record TestConstraint(Guid TestId, string Test, ConstraintFinding Finding) : Command;

public sealed record PredictFromBelief(Guid PredictionId, string Text, double? Probability = null, DateTimeOffset? DueAt = null) : Command;

public sealed record ScorePrediction(Guid PredictionId, bool CameTrue) : Command;
