using Journal.Recording;

namespace Journal.Beliefs;

[Route("beliefs", "States what is held to be true.", Verb = "state",
    Example = """{"text":"Visibility is scrutiny","scope":"safe","strength":0.8,"stance":"limits"}""")]
public sealed record StateBelief(
    string Text,
    BeliefScope Scope,
    double Strength = 0.5,
    BeliefStance Stance = BeliefStance.Serves,
    BeliefOrigin Origin = BeliefOrigin.Explicit,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("beliefs/{id}/ratings", "Says how strongly it is held now.", Verb = "rate",
    Example = """{"strength":0.4}""")]
public sealed record RateBelief(double Strength) : Command;

[Route("beliefs/{id}/challenges", "Puts it in question; it stays active.", Verb = "challenge")]
public sealed record ChallengeBelief(string Challenge) : Command;

/// <param name="ReplacementId">The id the new belief gets.</param>
/// <param name="Text">The new belief; it takes the aim of the old one, and its scope unless another is given.</param>
[Route("beliefs/{id}/replacement", "Puts another belief in its place; both stay visible.", Verb = "replace", Makes = "beliefs/{replacementId}")]
public sealed record ReplaceBelief(
    Guid ReplacementId,
    string Text,
    double Strength = 0.5,
    BeliefStance Stance = BeliefStance.Serves,
    BeliefScope? Scope = null,
    string? Reason = null) : Command;

[Route("beliefs/{id}/retire", "Holds it no longer.", TakesBack = [typeof(BeliefStated)])]
public sealed record RetireBelief(string? Reason = null) : Command;

[Route("beliefs/{id}/evidence", "Links something that speaks for or against it.", Makes = "subjects/evidence/{evidenceId}",
    Example = """{"direction":"contradicts","note":"Nobody minded."}""")]
public sealed record LinkEvidence(
    Guid EvidenceId, EvidenceDirection Direction, Guid? SourceId = null, string? Note = null) : Command;

[Route("beliefs/{id}/confirm", "Makes a candidate the person's own; only then it counts.")]
public sealed record ConfirmBelief : Command;

/// <param name="If">When it takes hold; the template's words when left out.</param>
/// <param name="Limits">What it then limits; the template's words when left out.</param>
[Route("beliefs/{id}/constrain", "Names it as what limits: if this, then that much and no more.")]
public sealed record NominateConstraint(
    string? If = null,
    string? Limits = null,
    ConstraintTemplate? Template = null,
    double? Ceiling = null,
    IReadOnlyList<Guid>? Constrains = null) : Command;

[Route("beliefs/{id}/test", "Records a test of the constraint.")]
public sealed record TestConstraint(Guid TestId, string Test, ConstraintFinding Finding) : Command;

[Route("beliefs/{id}/predict", "Says beforehand what follows if it is right.")]
public sealed record PredictFromBelief(Guid PredictionId, string Text, double? Probability = null, DateTimeOffset? DueAt = null) : Command;

[Route("beliefs/{id}/score/{predictionId}", "Says whether a prediction came true.")]
public sealed record ScorePrediction(Guid PredictionId, bool CameTrue) : Command;

public static partial class BeliefDecider
{
    private static readonly Refusal Missing = Refusal.Unknown("belief.unknown", "There is no such belief.");
    private static readonly Refusal Inactive = Refusal.Conflict("belief.inactive", "This belief was replaced or retired.");

    public static Verdict Decide(StateBelief command, Belief? belief, DateTimeOffset now) => Verdict.Unless(
        belief is not null ? Refusal.Conflict("belief.exists", "This belief is already stated.") : null,
        new BeliefStated(
            command.Id,
            command.Text,
            command.Scope,
            command.Strength,
            command.Stance,
            command.Origin,
            command.AimId,
            Replaces: null,
            command.OccurredAt ?? now),
        now);

    public static Verdict Decide(RateBelief command, Belief? belief, DateTimeOffset now) => belief switch
    {
        null => Missing,
        { Active: false } => Inactive,
        _ => Verdict.Accept(now, new BeliefRated(command.Id, command.Strength, command.OccurredAt ?? now)),
    };

    public static Verdict Decide(ChallengeBelief command, Belief? belief, DateTimeOffset now) => belief switch
    {
        null => Missing,
        { Active: false } => Inactive,
        _ => Verdict.Accept(now, new BeliefChallenged(command.Id, command.Challenge, command.OccurredAt ?? now)),
    };

    public static Verdict Decide(ReplaceBelief command, Belief? belief, DateTimeOffset now) => belief switch
    {
        null => Missing,
        { Active: false } => Inactive,
        _ => Verdict.Accept(
            now,
            new BeliefReplaced(command.Id, command.ReplacementId, command.Reason, command.OccurredAt ?? now),
            new BeliefStated(
                command.ReplacementId,
                command.Text,
                command.Scope ?? belief.Scope,
                command.Strength,
                command.Stance,
                BeliefOrigin.Explicit,
                belief.AimId,
                Replaces: command.Id,
                command.OccurredAt ?? now)),
    };

    public static Verdict Decide(RetireBelief command, Belief? belief, DateTimeOffset now) => belief switch
    {
        null => Missing,
        { Active: false } => Verdict.Nothing,
        _ => Verdict.Accept(now, new BeliefRetired(command.Id, command.Reason, command.OccurredAt ?? now)),
    };

    public static Verdict Decide(LinkEvidence command, Belief? belief, DateTimeOffset now) => belief switch
    {
        null => Missing,
        _ => Verdict.Accept(now, new EvidenceLinked(
            command.Id, command.EvidenceId, command.Direction, command.SourceId, command.Note, command.OccurredAt ?? now)),
    };
}
