namespace Journal.Reports.Rules;

/// <content>What the reports about causes judge by.</content>
public sealed partial record RuleSet
{
    /// <summary>Hours within which a decision is meant to be made where no standard of the person's own says otherwise.</summary>
    public double StandardHours { get; init; } = 168;

    /// <summary>Reviews in a row without a new fact that count in full against thinking, and make a decision over-analysed.</summary>
    public int Passes { get; init; } = 3;

    /// <summary>How far, 0 to 1, the stated strength of a belief lies above its share of supporting evidence before that is shown as a divergence.</summary>
    public double Divergence { get; init; } = 0.30;

    /// <summary>Pieces of evidence below which nothing is said of a divergence.</summary>
    public int DivergenceEvidence { get; init; } = 5;

    /// <summary>How near, as a share of it, a week's output comes to a stated ceiling to have reached it.</summary>
    public double CeilingTolerance { get; init; } = 0.05;

    /// <summary>Weeks that reach a ceiling before it is said to hold.</summary>
    public int CeilingWeeks { get; init; } = 3;

    /// <summary>Interventions of the person per finished outcome from which a belief in control shows in the records.</summary>
    public double SignatureDependency { get; init; } = 0.50;

    /// <summary>Median steps of a run from which a belief in complexity shows in the records.</summary>
    public double SignatureSteps { get; init; } = 7;

    /// <summary>Observations below which a predicted signature is neither confirmed nor refuted.</summary>
    public int SignatureCases { get; init; } = 5;

    /// <summary>By what share a delay or a decision's latency rises before that is hesitation.</summary>
    public double HesitationRise { get; init; } = 0.50;

    /// <summary>Hours by which it rises at least, where it was next to nothing before.</summary>
    public double HesitationHours { get; init; } = 1;

    /// <summary>Consecutive weeks of that rise that make hesitation.</summary>
    public int HesitationWeeks { get; init; } = 2;

    /// <summary>By how many the skips, reframes and substitute work of some weeks exceed those of as many weeks before to be avoidance.</summary>
    public int AvoidanceSigns { get; init; } = 2;

    /// <summary>How many weeks are compared for avoidance.</summary>
    public int AvoidanceWeeks { get; init; } = 2;

    /// <summary>Weeks before an intervention that it is compared with, and as many from its start on.</summary>
    public int SpanWeeks { get; init; } = 8;

    /// <summary>Weeks after the end of an intervention within which a regression makes its progress temporary.</summary>
    public int DurableWeeks { get; init; } = 8;

    /// <summary>Ended interventions of a sort below which its share of durable ones is not given.</summary>
    public int DurabilityCases { get; init; } = 5;

    /// <summary>Days after an inner dialogue in which a late start is linked to it.</summary>
    public int DialogueDays { get; init; } = 7;

    /// <summary>Attempts at what a belief constrains below which it is not ranked.</summary>
    public int ConstraintAttempts { get; init; } = 3;

    /// <summary>How likely, at most, the order of misses is by chance before it is called a pattern.</summary>
    public double PatternProbability { get; init; } = 0.05;

    /// <summary>Clarity of a commitment, 1 to 7, from which it counts as clear what to do.</summary>
    public int ClearRating { get; init; } = 4;

    // Not initialised but computed: statics of two files have no order.
    private static IReadOnlyList<Rule> CauseRules =>
    [
        new("standardHours", 1, 8784, Whole: false, set => set.StandardHours, (set, value) => set with { StandardHours = value }),
        new("passes", 1, 100, Whole: true, set => set.Passes, (set, value) => set with { Passes = (int)value }),
        new("divergence", 0, 1, Whole: false, set => set.Divergence, (set, value) => set with { Divergence = value }),
        new("divergenceEvidence", 1, 1000, Whole: true, set => set.DivergenceEvidence, (set, value) => set with { DivergenceEvidence = (int)value }),
        new("ceilingTolerance", 0, 1, Whole: false, set => set.CeilingTolerance, (set, value) => set with { CeilingTolerance = value }),
        new("ceilingWeeks", 1, 52, Whole: true, set => set.CeilingWeeks, (set, value) => set with { CeilingWeeks = (int)value }),
        new("signatureDependency", 0, 100, Whole: false, set => set.SignatureDependency, (set, value) => set with { SignatureDependency = value }),
        new("signatureSteps", 1, 1000, Whole: false, set => set.SignatureSteps, (set, value) => set with { SignatureSteps = value }),
        new("signatureCases", 1, 1000, Whole: true, set => set.SignatureCases, (set, value) => set with { SignatureCases = (int)value }),
        new("hesitationRise", 0, 10, Whole: false, set => set.HesitationRise, (set, value) => set with { HesitationRise = value }),
        new("hesitationHours", 0, 8784, Whole: false, set => set.HesitationHours, (set, value) => set with { HesitationHours = value }),
        new("hesitationWeeks", 1, 52, Whole: true, set => set.HesitationWeeks, (set, value) => set with { HesitationWeeks = (int)value }),
        new("avoidanceSigns", 1, 100, Whole: true, set => set.AvoidanceSigns, (set, value) => set with { AvoidanceSigns = (int)value }),
        new("avoidanceWeeks", 1, 52, Whole: true, set => set.AvoidanceWeeks, (set, value) => set with { AvoidanceWeeks = (int)value }),
        new("spanWeeks", 1, 104, Whole: true, set => set.SpanWeeks, (set, value) => set with { SpanWeeks = (int)value }),
        new("durableWeeks", 1, 104, Whole: true, set => set.DurableWeeks, (set, value) => set with { DurableWeeks = (int)value }),
        new("durabilityCases", 1, 1000, Whole: true, set => set.DurabilityCases, (set, value) => set with { DurabilityCases = (int)value }),
        new("dialogueDays", 1, 366, Whole: true, set => set.DialogueDays, (set, value) => set with { DialogueDays = (int)value }),
        new("constraintAttempts", 1, 1000, Whole: true, set => set.ConstraintAttempts, (set, value) => set with { ConstraintAttempts = (int)value }),
        new("patternProbability", 0, 1, Whole: false, set => set.PatternProbability, (set, value) => set with { PatternProbability = value }),
        new("clearRating", 1, 7, Whole: true, set => set.ClearRating, (set, value) => set with { ClearRating = (int)value }),
    ];
}
