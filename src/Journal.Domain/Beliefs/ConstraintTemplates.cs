namespace Journal.Domain.Beliefs;

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
