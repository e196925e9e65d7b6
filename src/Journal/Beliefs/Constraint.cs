using Journal.Recording;

namespace Journal.Beliefs;

/// <summary>A belief that was only extracted or inferred is the person's own from here on, and counts.</summary>
public sealed record BeliefConfirmed(Guid BeliefId, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.When(OccurredAt, now);
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

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Known(Template, "template")
        ?? Check.Text(If, "if")
        ?? Check.Text(Limits, "limits")
        ?? Check.Quantity(Ceiling, "ceiling")
        ?? Check.Ids(Constrains, "constrains")
        ?? Check.When(OccurredAt, now);
}

/// <summary>The constraint was put to a test.</summary>
public sealed record ConstraintTested(
    Guid BeliefId, Guid TestId, [property: Personal] string Test, ConstraintFinding Finding, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Text(Test, "test") ?? Check.Known<ConstraintFinding>(Finding, "finding") ?? Check.When(OccurredAt, now);
}

/// <summary>What follows if the belief is right, said beforehand.</summary>
/// <param name="Probability">How likely the person holds it to come true, 0 to 1.</param>
/// <param name="DueAt">By when it shows.</param>
public sealed record BeliefPredicted(
    Guid BeliefId, Guid PredictionId, [property: Personal] string Text, double? Probability, DateTimeOffset? DueAt, DateTimeOffset OccurredAt) : IComesDue
{
    Guid IJournalEvent.SubjectId => BeliefId;

    Guid IComesDue.DueId => PredictionId;

    DateTimeOffset? IComesDue.Due => DueAt;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Text(Text) ?? Check.Share(Probability, "probability") ?? Check.Plan(DueAt, now, "dueAt") ?? Check.When(OccurredAt, now);
}

public sealed record PredictionScored(Guid BeliefId, Guid PredictionId, bool CameTrue, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => BeliefId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.When(OccurredAt, now);
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

/// <summary>The wordings of <see cref="ConstraintTemplate"/>. Choosing one copies its words into the event, so that a later wording changes no history.</summary>
public static class ConstraintTemplates
{
    /// <summary>Every template, in the order of the enum.</summary>
    public static IReadOnlyList<ConstraintWording> All { get; } =
    [
        new(ConstraintTemplate.ScaleLosesControl, "it grows beyond what I can oversee", "how much I take on or hand over", Signature: null),
        new(ConstraintTemplate.VisibilityIsRisk, "more people see what I do", "how often I show it before it feels finished", Signature: null),
        new(ConstraintTemplate.ConsistencyRemovesFlexibility, "I do it the same way every time", "how firmly I hold to what I planned", Signature: null),
        new(ConstraintTemplate.ControlKeepsQuality, "it runs without me", "what I let others finish", SignatureMetric.Dependency),
        new(ConstraintTemplate.ComplexityShowsWorth, "it looks simple", "how few steps I leave in it", SignatureMetric.Steps),
        new(ConstraintTemplate.SpeedIsRisk, "I decide quickly", "how soon I make up my mind", SignatureMetric.DecisionLatency),
    ];

    /// <summary>The wording of a template; null for a value that is none.</summary>
    public static ConstraintWording? Of(ConstraintTemplate template) => All.FirstOrDefault(wording => wording.Template == template);
}

/// <param name="If">When the belief takes hold.</param>
/// <param name="Limits">What it then limits.</param>
/// <param name="Signature">The metric that is high where the belief is at work; data that show it low speak against it. Null where nothing is predicted.</param>
public sealed record ConstraintWording(ConstraintTemplate Template, string If, string Limits, SignatureMetric? Signature);

/// <summary>What a belief predicts to be high.</summary>
public enum SignatureMetric
{
    /// <summary>How long it takes from opening a decision to making it (M1).</summary>
    DecisionLatency,

    /// <summary>How much of what gets done took the person's own intervention (M10).</summary>
    Dependency,

    /// <summary>The steps of a process.</summary>
    Steps,
}
