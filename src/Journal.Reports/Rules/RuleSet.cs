using System.Globalization;
using Journal.Recording;

namespace Journal.Reports.Rules;

/// <summary>
/// The thresholds that reports judge by: data with a version, so that a figure can say by which rules it was made and
/// the same history can be read under others.
/// </summary>
public sealed partial record RuleSet
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
        .. CauseRules,
        .. RecordRules,
        .. WorkRules,
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

    /// <summary>What values a rule may have; null when there is no such rule.</summary>
    public static RuleBounds? BoundsOf(string name) =>
        Rules.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase)) is { } rule ? new(rule.Name, rule.Lowest, rule.Highest, rule.Whole) : null;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Rule(
        string Name, double Lowest, double Highest, bool Whole, Func<RuleSet, double> Get, Func<RuleSet, double, RuleSet> Set);
}
