namespace Journal.Domain.Beliefs;

/// <summary>The wordings of <see cref="ConstraintTemplate"/>. Choosing one copies its words into the event, so that a later wording changes no history.</summary>
public static class ConstraintTemplates
{
    /// <summary>Every template, in the order of the enum.</summary>
    public static IReadOnlyList<ConstraintWording> All { get; } =
    [
        new(ConstraintTemplate.ScaleLosesControl, "it grows beyond what I can oversee", "how much I take on or hand over", Signature.Compression),
        new(ConstraintTemplate.VisibilityIsRisk, "more people see what I do", "how often I show it before it feels finished", Signature.Passes),
        new(ConstraintTemplate.ConsistencyRemovesFlexibility, "I do it the same way every time", "how firmly I hold to what I planned", Signature.Reframing),
        new(ConstraintTemplate.ControlKeepsQuality, "it runs without me", "what I let others finish", Signature.Dependency),
        new(ConstraintTemplate.ComplexityShowsWorth, "it looks simple", "how few steps I leave in it", Signature.Steps),
        new(ConstraintTemplate.SpeedIsRisk, "I decide quickly", "how soon I make up my mind", Signature.DecisionLatency),
    ];

    /// <summary>The wording of a template; null for a value that is none.</summary>
    public static ConstraintWording? Of(ConstraintTemplate template) => All.FirstOrDefault(wording => wording.Template == template);
}

/// <param name="If">When the belief takes hold.</param>
/// <param name="Limits">What it then limits.</param>
/// <param name="Signature">The metric that is high where the belief is at work; data that show it low speak against it.</param>
public sealed record ConstraintWording(ConstraintTemplate Template, string If, string Limits, Signature Signature);

/// <summary>What a belief predicts to be high.</summary>
public enum Signature
{
    /// <summary>Days from opening a decision to making it (M1).</summary>
    DecisionLatency,

    /// <summary>Reviews of a decision that bring no new fact (M2).</summary>
    Passes,

    /// <summary>Share of outcomes that needed the person's own intervention (M10).</summary>
    Dependency,

    /// <summary>Effort that rises while output stays flat (M11).</summary>
    Compression,

    /// <summary>Changes of plan for each commitment (M15).</summary>
    Reframing,

    /// <summary>Steps of a process.</summary>
    Steps,
}
