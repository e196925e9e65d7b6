namespace Journal.Reports.Rules;

/// <content>The rules of what is said of effort, processes, growth and the marker.</content>
public sealed partial record RuleSet
{
    /// <summary>Weeks that must be known on each side of a comparison of weeks.</summary>
    public int ComparedWeeks { get; init; } = 2;

    /// <summary>By what share effort has risen before steadiness is asked to have risen with it.</summary>
    public double EffortRise { get; init; } = 0.50;

    /// <summary>By what share effort has risen at least where output is compressed.</summary>
    public double CompressionEffort { get; init; } = 0.25;

    /// <summary>By what share output has risen at most where it is flat.</summary>
    public double CompressionOutput { get; init; } = 0.10;

    /// <summary>Weeks of each of the two windows that compression is looked for in.</summary>
    public int CompressionWeeks { get; init; } = 4;

    /// <summary>Hours without any output from which on that is said.</summary>
    public double SubstanceHours { get; init; } = 20;

    /// <summary>Weeks that must be known before a weekly slope says anything.</summary>
    public int SlopeWeeks { get; init; } = 6;

    /// <summary>Weeks that must be known before a curve of output over hours is fitted.</summary>
    public int CurveWeeks { get; init; } = 8;

    /// <summary>Share of what ended that was finished, 0 to 1, from which on a week counts as precise.</summary>
    public double HitRate { get; init; } = 0.70;

    /// <summary>Median effort of a run, 1 to 7, up to which friction is minimal.</summary>
    public double CleanEffort { get; init; } = 3;

    /// <summary>Share of runs, 0 to 1, that come out as they should, or unsupervised, where execution is clean.</summary>
    public double CleanShare { get; init; } = 0.80;

    /// <summary>Steps of a run up to which a process is simple.</summary>
    public double SimpleSteps { get; init; } = 7;

    /// <summary>Brier score, 0 to 1, up to which stated probabilities match what came.</summary>
    public double CalibratedScore { get; init; } = 0.25;

    /// <summary>Share of decisions, 0 to 1, made within their standard where thinking is decisive.</summary>
    public double DecidedShare { get; init; } = 0.80;

    /// <summary>Share of outcomes, 0 to 1, that needed the operator, up to which they do not depend on one.</summary>
    public double DependencyLow { get; init; } = 0.20;

    /// <summary>Share of outcomes, 0 to 1, that needed the operator, from which on they depend on one.</summary>
    public double DependencyHigh { get; init; } = 0.50;

    /// <summary>Median days to a decision up to which decisions are fast.</summary>
    public double FastDays { get; init; } = 2;

    /// <summary>Rating, 1 to 7, of pressure, doubt or frustration up to which it is low.</summary>
    public double CalmLevel { get; init; } = 3;

    /// <summary>Share of runs, 0 to 1, with the operator there, from which on they rest on presence.</summary>
    public double PresentShare { get; init; } = 0.50;

    /// <summary>Coefficient of variation of weekly adherence up to which it is steady.</summary>
    public double FluctuationLimit { get; init; } = 0.25;

    /// <summary>Share of runs, 0 to 1, that may fail while the operator is away.</summary>
    public double AbsenceFailures { get; init; } = 0.20;

    /// <summary>By what share a week rises above the weeks before it to be a surge.</summary>
    public double SurgeRise { get; init; } = 0.50;

    /// <summary>Weeks looked at before and after a moment.</summary>
    public int AftermathWeeks { get; init; } = 4;

    /// <summary>By what share messages, or corrections, rise before that is said.</summary>
    public double GrowthRise { get; init; } = 0.25;

    /// <summary>By what share the time to decide, or the passes, rise before that is said.</summary>
    public double FatigueRise { get; init; } = 0.50;

    /// <summary>By how many points of 7 pressure rises before that is said.</summary>
    public double PressureRise { get; init; } = 1;

    /// <summary>Corrections per finished action from which on correction is constant.</summary>
    public double CorrectionRate { get; init; } = 0.25;

    /// <summary>Share of what ended that was finished, 0 to 1, below which more should not be promised.</summary>
    public double FinishLow { get; init; } = 0.60;

    /// <summary>Weeks of a window of the joint marker.</summary>
    public int MarkerWeeks { get; init; } = 4;

    /// <summary>Windows in a row over which the joint marker must hold.</summary>
    public int MarkerWindows { get; init; } = 3;

    /// <summary>By how many points of 7 mean energy may lie lower and still count as not lower.</summary>
    public double EnergyMargin { get; init; } = 0.25;

    /// <summary>By how much a Brier score may lie higher and still count as no worse.</summary>
    public double CalibrationMargin { get; init; } = 0.02;

    /// <summary>How often something happens in one context before it recurs.</summary>
    public int RecurrenceCount { get; init; } = 3;

    private static IReadOnlyList<Rule> WorkRules =>
    [
        new("comparedWeeks", 1, 52, Whole: true, set => set.ComparedWeeks, (set, value) => set with { ComparedWeeks = (int)value }),
        new("effortRise", 0, 10, Whole: false, set => set.EffortRise, (set, value) => set with { EffortRise = value }),
        new("compressionEffort", 0, 10, Whole: false, set => set.CompressionEffort, (set, value) => set with { CompressionEffort = value }),
        new("compressionOutput", 0, 10, Whole: false, set => set.CompressionOutput, (set, value) => set with { CompressionOutput = value }),
        new("compressionWeeks", 2, 52, Whole: true, set => set.CompressionWeeks, (set, value) => set with { CompressionWeeks = (int)value }),
        new("substanceHours", 0, 10000, Whole: false, set => set.SubstanceHours, (set, value) => set with { SubstanceHours = value }),
        new("slopeWeeks", 5, 520, Whole: true, set => set.SlopeWeeks, (set, value) => set with { SlopeWeeks = (int)value }),
        new("curveWeeks", 6, 520, Whole: true, set => set.CurveWeeks, (set, value) => set with { CurveWeeks = (int)value }),
        new("hitRate", 0, 1, Whole: false, set => set.HitRate, (set, value) => set with { HitRate = value }),
        new("cleanEffort", 1, 7, Whole: false, set => set.CleanEffort, (set, value) => set with { CleanEffort = value }),
        new("cleanShare", 0, 1, Whole: false, set => set.CleanShare, (set, value) => set with { CleanShare = value }),
        new("simpleSteps", 1, 1000, Whole: false, set => set.SimpleSteps, (set, value) => set with { SimpleSteps = value }),
        new("calibratedScore", 0, 1, Whole: false, set => set.CalibratedScore, (set, value) => set with { CalibratedScore = value }),
        new("decidedShare", 0, 1, Whole: false, set => set.DecidedShare, (set, value) => set with { DecidedShare = value }),
        new("dependencyLow", 0, 1, Whole: false, set => set.DependencyLow, (set, value) => set with { DependencyLow = value }),
        new("dependencyHigh", 0, 1, Whole: false, set => set.DependencyHigh, (set, value) => set with { DependencyHigh = value }),
        new("fastDays", 0, 366, Whole: false, set => set.FastDays, (set, value) => set with { FastDays = value }),
        new("calmLevel", 1, 7, Whole: false, set => set.CalmLevel, (set, value) => set with { CalmLevel = value }),
        new("presentShare", 0, 1, Whole: false, set => set.PresentShare, (set, value) => set with { PresentShare = value }),
        new("fluctuationLimit", 0, 10, Whole: false, set => set.FluctuationLimit, (set, value) => set with { FluctuationLimit = value }),
        new("absenceFailures", 0, 1, Whole: false, set => set.AbsenceFailures, (set, value) => set with { AbsenceFailures = value }),
        new("surgeRise", 0, 10, Whole: false, set => set.SurgeRise, (set, value) => set with { SurgeRise = value }),
        new("aftermathWeeks", 2, 52, Whole: true, set => set.AftermathWeeks, (set, value) => set with { AftermathWeeks = (int)value }),
        new("growthRise", 0, 10, Whole: false, set => set.GrowthRise, (set, value) => set with { GrowthRise = value }),
        new("fatigueRise", 0, 10, Whole: false, set => set.FatigueRise, (set, value) => set with { FatigueRise = value }),
        new("pressureRise", 0, 6, Whole: false, set => set.PressureRise, (set, value) => set with { PressureRise = value }),
        new("correctionRate", 0, 10, Whole: false, set => set.CorrectionRate, (set, value) => set with { CorrectionRate = value }),
        new("finishLow", 0, 1, Whole: false, set => set.FinishLow, (set, value) => set with { FinishLow = value }),
        new("markerWeeks", 2, 26, Whole: true, set => set.MarkerWeeks, (set, value) => set with { MarkerWeeks = (int)value }),
        new("markerWindows", 1, 12, Whole: true, set => set.MarkerWindows, (set, value) => set with { MarkerWindows = (int)value }),
        new("energyMargin", 0, 6, Whole: false, set => set.EnergyMargin, (set, value) => set with { EnergyMargin = value }),
        new("calibrationMargin", 0, 1, Whole: false, set => set.CalibrationMargin, (set, value) => set with { CalibrationMargin = value }),
        new("recurrenceCount", 2, 1000, Whole: true, set => set.RecurrenceCount, (set, value) => set with { RecurrenceCount = (int)value }),
    ];
}
