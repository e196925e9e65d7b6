using System.Globalization;

namespace Journal.Domain.Rules;

/// <summary>
/// The thresholds that reports judge by: data with a version, so that a figure can say by which rules it was made and
/// the same history can be read under others.
/// </summary>
public sealed record RuleSet
{
    public static RuleSet Default { get; } = new();

    /// <summary>The version of the default set, followed by what was changed: <c>1</c>, <c>1 drop=0.5</c>.</summary>
    public string Version => string.Join(' ', ["1", .. Rules.Where(rule => rule.Get(this) != rule.Get(Default)).Select(rule => $"{rule.Name}={Text(rule.Get(this))}")]);

    /// <summary>Adherence, 0 to 1, that a week of progress reaches.</summary>
    public double Progress { get; init; } = 0.60;

    /// <summary>How far below the peak, 0 to 1, a week of regression lies at least.</summary>
    public double Drop { get; init; } = 0.30;

    /// <summary>Adherence, 0 to 1, that a week of recovery reaches.</summary>
    public double Recovery { get; init; } = 0.60;

    /// <summary>Consecutive weeks that make progress.</summary>
    public int ProgressWeeks { get; init; } = 2;

    /// <summary>Consecutive weeks whose best mean is the peak.</summary>
    public int PeakWeeks { get; init; } = 2;

    /// <summary>Consecutive weeks that make a regression; fewer are a lapse.</summary>
    public int RegressionWeeks { get; init; } = 2;

    /// <summary>Consecutive weeks that make a recovery.</summary>
    public int RecoveryWeeks { get; init; } = 2;

    /// <summary>Observed days, 1 to 7, below which a week of a daily practice says nothing; less frequent cadences need their share.</summary>
    public int ObservedDays { get; init; } = 4;

    /// <summary>By how much, 0 to 1, the lowest layer lies below the next before it is named.</summary>
    public double Margin { get; init; } = 0.10;

    /// <summary>Days, 0 to 366, that a start may come after its plan and still be on time.</summary>
    public double OnTimeDays { get; init; } = 0.5;

    /// <summary>Hours within which a decision is meant to be made where no standard of the person's own says otherwise.</summary>
    public double StandardHours { get; init; } = 168;

    /// <summary>Reviews without a new fact, one after the other, that count in full against thinking.</summary>
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

    /// <summary>Known weeks that each side of an intervention needs before they are compared.</summary>
    public int SideWeeks { get; init; } = 2;

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

    private static IReadOnlyList<Rule> Rules { get; } =
    [
        new("progress", 0, 1, Whole: false, set => set.Progress, (set, value) => set with { Progress = value }),
        new("drop", 0, 1, Whole: false, set => set.Drop, (set, value) => set with { Drop = value }),
        new("recovery", 0, 1, Whole: false, set => set.Recovery, (set, value) => set with { Recovery = value }),
        new("progressWeeks", 1, 52, Whole: true, set => set.ProgressWeeks, (set, value) => set with { ProgressWeeks = (int)value }),
        new("peakWeeks", 1, 52, Whole: true, set => set.PeakWeeks, (set, value) => set with { PeakWeeks = (int)value }),
        new("regressionWeeks", 1, 52, Whole: true, set => set.RegressionWeeks, (set, value) => set with { RegressionWeeks = (int)value }),
        new("recoveryWeeks", 1, 52, Whole: true, set => set.RecoveryWeeks, (set, value) => set with { RecoveryWeeks = (int)value }),
        new("observedDays", 1, 7, Whole: true, set => set.ObservedDays, (set, value) => set with { ObservedDays = (int)value }),
        new("margin", 0, 1, Whole: false, set => set.Margin, (set, value) => set with { Margin = value }),
        new("onTimeDays", 0, 366, Whole: false, set => set.OnTimeDays, (set, value) => set with { OnTimeDays = value }),
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
        new("sideWeeks", 1, 52, Whole: true, set => set.SideWeeks, (set, value) => set with { SideWeeks = (int)value }),
        new("spanWeeks", 1, 104, Whole: true, set => set.SpanWeeks, (set, value) => set with { SpanWeeks = (int)value }),
        new("durableWeeks", 1, 104, Whole: true, set => set.DurableWeeks, (set, value) => set with { DurableWeeks = (int)value }),
        new("durabilityCases", 1, 1000, Whole: true, set => set.DurabilityCases, (set, value) => set with { DurabilityCases = (int)value }),
        new("dialogueDays", 1, 366, Whole: true, set => set.DialogueDays, (set, value) => set with { DialogueDays = (int)value }),
        new("constraintAttempts", 1, 1000, Whole: true, set => set.ConstraintAttempts, (set, value) => set with { ConstraintAttempts = (int)value }),
        new("patternProbability", 0, 1, Whole: false, set => set.PatternProbability, (set, value) => set with { PatternProbability = value }),
        new("clearRating", 1, 7, Whole: true, set => set.ClearRating, (set, value) => set with { ClearRating = (int)value }),
    ];

    /// <summary>The set with one rule changed.</summary>
    /// <param name="name">A rule's name, such as <c>drop</c>; case does not matter.</param>
    /// <param name="value">Its new value, in the rule's unit.</param>
    /// <returns>The changed set, or why there is none.</returns>
    public (RuleSet? Set, Refusal? Refusal) With(string name, double value)
    {
        var rule = Rules.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase));
        return rule switch
        {
            null => (null, Refusal.Invalid("rules.unknown", $"There is no such rule; the rules are {string.Join(", ", Rules.Select(known => known.Name))}.")),
            _ when !(value >= rule.Lowest && value <= rule.Highest) || (rule.Whole && value != Math.Floor(value)) =>
                (null, Refusal.Invalid("rules.range", $"{rule.Name} is a {(rule.Whole ? "whole " : "")}number from {Text(rule.Lowest)} to {Text(rule.Highest)}.")),
            _ => (rule.Set(this, value), null),
        };
    }

    /// <summary>Every rule with its value, in a fixed order.</summary>
    public IReadOnlyDictionary<string, double> Values() => Rules.ToDictionary(rule => rule.Name, rule => rule.Get(this), StringComparer.Ordinal);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Rule(
        string Name, double Lowest, double Highest, bool Whole, Func<RuleSet, double> Get, Func<RuleSet, double, RuleSet> Set);
}
