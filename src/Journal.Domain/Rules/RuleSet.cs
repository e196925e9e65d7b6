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
    /// <summary>Records below which a share, a median or a rate says nothing.</summary>
    public int FewestRecords { get; init; } = 3;

    /// <summary>Weeks that must be known on each side of a comparison of weeks.</summary>
    public int ComparedWeeks { get; init; } = 2;

    /// <summary>By how much a share, 0 to 1, differs before it counts as changed.</summary>
    public double ChangedShare { get; init; } = 0.10;

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
        new("fewestRecords", 1, 1000, Whole: true, set => set.FewestRecords, (set, value) => set with { FewestRecords = (int)value }),
        new("comparedWeeks", 1, 52, Whole: true, set => set.ComparedWeeks, (set, value) => set with { ComparedWeeks = (int)value }),
        new("changedShare", 0, 1, Whole: false, set => set.ChangedShare, (set, value) => set with { ChangedShare = value }),
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
