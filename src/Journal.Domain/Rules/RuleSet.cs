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

    /// <summary>Observations, at least 1, below which no mean, median or share is given.</summary>
    public int Fewest { get; init; } = 3;

    /// <summary>Days, 0 to 366, after its due time before a commitment counts as judged.</summary>
    public double GraceDays { get; init; } = 3;

    /// <summary>Difference, 0 to 1, up to which two shares are taken as equal, and two amounts as a share of the first.</summary>
    public double Difference { get; init; } = 0.1;

    /// <summary>Probability below which an order or a clustering is not put down to chance.</summary>
    public double Chance { get; init; } = 0.01;

    /// <summary>Clarity, 1 to 7, from which it was clear what to do.</summary>
    public int ClearRating { get; init; } = 4;

    /// <summary>Minutes up to which an action is small.</summary>
    public double SmallMinutes { get; init; } = 15;

    /// <summary>Effort, 1 to 7, from which an action was hard to do.</summary>
    public int HighEffort { get; init; } = 5;

    /// <summary>Small actions of high effort that make friction.</summary>
    public int HighEffortSamples { get; init; } = 3;

    /// <summary>Notes of weighing before a small action that make it negotiated.</summary>
    public int DeliberationNotes { get; init; } = 3;

    /// <summary>Characters from which a written reason is long.</summary>
    public int LongReason { get; init; } = 200;

    /// <summary>Rating, 1 to 7, up to which energy or motivation is low.</summary>
    public int LowRating { get; init; } = 3;

    /// <summary>Difference of two successive ratings, 1 to 6, from which the change is acute.</summary>
    public int AcuteStep { get; init; } = 3;

    /// <summary>Points, 0.1 to 6, by which a week's mean motivation rises above the weeks before to be a spike.</summary>
    public double SpikeRise { get; init; } = 2;

    /// <summary>Weeks within which a spike that has gone back was transient.</summary>
    public int SpikeWeeks { get; init; } = 4;

    /// <summary>Days without any record that make a silence.</summary>
    public int SilentDays { get; init; } = 10;

    /// <summary>Reviews in a row without a new fact that make a decision over-analysed.</summary>
    public int AnalysisPasses { get; init; } = 3;

    /// <summary>Hours from an outside trigger within which a decision without options is reactive.</summary>
    public double ReactiveHours { get; init; } = 1;

    /// <summary>Days a signal may go without action before it is listed.</summary>
    public int SignalDays { get; init; } = 14;

    /// <summary>How much higher, 0 to 1, a Brier score may be before calibration is worse.</summary>
    public double CalibrationSlack { get; init; } = 0.02;

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
        new("fewest", 1, 1000, Whole: true, set => set.Fewest, (set, value) => set with { Fewest = (int)value }),
        new("graceDays", 0, 366, Whole: false, set => set.GraceDays, (set, value) => set with { GraceDays = value }),
        new("difference", 0, 1, Whole: false, set => set.Difference, (set, value) => set with { Difference = value }),
        new("chance", 0.000001, 0.5, Whole: false, set => set.Chance, (set, value) => set with { Chance = value }),
        new("clearRating", 1, 7, Whole: true, set => set.ClearRating, (set, value) => set with { ClearRating = (int)value }),
        new("smallMinutes", 1, 1440, Whole: false, set => set.SmallMinutes, (set, value) => set with { SmallMinutes = value }),
        new("highEffort", 1, 7, Whole: true, set => set.HighEffort, (set, value) => set with { HighEffort = (int)value }),
        new("highEffortSamples", 1, 1000, Whole: true, set => set.HighEffortSamples, (set, value) => set with { HighEffortSamples = (int)value }),
        new("deliberationNotes", 1, 1000, Whole: true, set => set.DeliberationNotes, (set, value) => set with { DeliberationNotes = (int)value }),
        new("longReason", 1, 100000, Whole: true, set => set.LongReason, (set, value) => set with { LongReason = (int)value }),
        new("lowRating", 1, 7, Whole: true, set => set.LowRating, (set, value) => set with { LowRating = (int)value }),
        new("acuteStep", 1, 6, Whole: true, set => set.AcuteStep, (set, value) => set with { AcuteStep = (int)value }),
        new("spikeRise", 0.1, 6, Whole: false, set => set.SpikeRise, (set, value) => set with { SpikeRise = value }),
        new("spikeWeeks", 1, 52, Whole: true, set => set.SpikeWeeks, (set, value) => set with { SpikeWeeks = (int)value }),
        new("silentDays", 1, 366, Whole: true, set => set.SilentDays, (set, value) => set with { SilentDays = (int)value }),
        new("analysisPasses", 1, 1000, Whole: true, set => set.AnalysisPasses, (set, value) => set with { AnalysisPasses = (int)value }),
        new("reactiveHours", 0, 8784, Whole: false, set => set.ReactiveHours, (set, value) => set with { ReactiveHours = value }),
        new("signalDays", 1, 3660, Whole: true, set => set.SignalDays, (set, value) => set with { SignalDays = (int)value }),
        new("calibrationSlack", 0, 1, Whole: false, set => set.CalibrationSlack, (set, value) => set with { CalibrationSlack = value }),
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
