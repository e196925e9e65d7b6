namespace Journal.Reports.Rules;

/// <content>The rules of what is said of starts, decisions, affect and cost.</content>
public sealed partial record RuleSet
{
    /// <summary>Observations, at least 1, below which no mean, median or share is given.</summary>
    public int Fewest { get; init; } = 3;

    /// <summary>Days, 0 to 366, after its due time before a commitment counts as judged.</summary>
    public double GraceDays { get; init; } = 3;

    /// <summary>Difference, 0 to 1, up to which two shares are taken as equal, and two amounts as a share of the first; what changes, changes by as much.</summary>
    public double Difference { get; init; } = 0.1;

    /// <summary>Probability below which an order or a clustering is not put down to chance.</summary>
    public double Chance { get; init; } = 0.01;

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

    /// <summary>Hours from an outside trigger within which a decision without options is reactive.</summary>
    public double ReactiveHours { get; init; } = 1;

    /// <summary>Days a signal may go without action before it is listed.</summary>
    public int SignalDays { get; init; } = 14;

    private static IReadOnlyList<Rule> RecordRules =>
    [
        new("fewest", 1, 1000, Whole: true, set => set.Fewest, (set, value) => set with { Fewest = (int)value }),
        new("graceDays", 0, 366, Whole: false, set => set.GraceDays, (set, value) => set with { GraceDays = value }),
        new("difference", 0, 1, Whole: false, set => set.Difference, (set, value) => set with { Difference = value }),
        new("chance", 0.000001, 0.5, Whole: false, set => set.Chance, (set, value) => set with { Chance = value }),
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
        new("reactiveHours", 0, 8784, Whole: false, set => set.ReactiveHours, (set, value) => set with { ReactiveHours = value }),
        new("signalDays", 1, 3660, Whole: true, set => set.SignalDays, (set, value) => set with { SignalDays = (int)value }),
    ];
}
