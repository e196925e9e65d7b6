using Journal.Reports.Metrics;

namespace Journal.Reports.Marker;

/// <summary>Continuation rather than enforcement (C76): the median of M16, from continuation (-3) to enforcement (+3), crosses 0 and stays below.</summary>
internal static class Continuation
{
    public static MarkerSign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var medians = windows.Measure("enforcement", "Median from continuation (-3) to enforcement (+3)", "-3 to 3", Median, builder);
        var crossed = medians.Baseline.Value switch
        {
            null => "",
            >= 0 when medians.Windows[^1].Value < 0 => ", it crossed 0",
            < 0 when medians.Windows[^1].Value < 0 => ", it was below 0 before",
            _ => ", it did not cross 0",
        };
        return MarkerSign.Of(
            "continuation", "continuation, not enforcement", medians.Every(value => value < 0),
            $"Enforcement by window: {medians.Sentence}{crossed}.",
            $"at least {rules[Measure.Fewest]} samples of enforcement in every window", medians.N, medians.Events);

        Measure Median(Period period) => StateMetrics.Enforcement([.. work.States.Where(period.Covers)], rules);
    }
}

/// <summary>Decisions accelerate (C77): the median time to decide (M1) lies below the baseline's, and the Brier score of their confidences (M19) is no worse.</summary>
internal static class AcceleratedDecisions
{
    public static MarkerSign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var latency = windows.Measure("latency", "Median days to a decision, open ones included", "days", period => DecisionPace.Latency(work.Decisions, period, work.View.Last, rules), builder);
        var brier = windows.Measure("brier", "Brier score of the confidences of decisions made", "0 to 1", period => Score(work, period), builder);
        var faster = latency.Every((before, after) => after < before);
        var noWorse = brier.Every((before, after) => after <= before + rules[CalibrationMetrics.CalibrationMargin]);
        var verdict = (faster, noWorse) switch
        {
            (true, false) => ": faster but worse calibrated, not accepted",
            (true, null) => ": faster; whether as well calibrated is not known",
            (true, true) => ": faster, and no worse calibrated",
            (false, _) => ": not faster in every window",
            _ => "",
        };
        return MarkerSign.Of(
            "decisionsAccelerate", "decisions accelerate", Across.All([faster, noWorse]),
            $"Median days to a decision by window: {latency.Sentence}; Brier score: {brier.Sentence}{verdict}.",
            $"at least {rules[Measure.Fewest]} decisions, and as many with a confidence and a reviewed outcome, in every window", latency.N, latency.Events.Concat(brier.Events));
    }

    private static Measure Score(WorkRecords work, Period period) =>
        CalibrationMetrics.Brier([.. CalibrationMetrics.Forecasts(work.Decisions, []).Where(forecast => period.Covers(forecast.At))], work.View);
}

/// <summary>Energy stabilises (C78, M17): its standard deviation lies below the baseline's and its mean is not lower. Flat and low is not stable.</summary>
internal static class StableEnergy
{
    public static readonly Rule EnergyMargin = new("energyMargin", 0.25, 0, 6, "By how many points of 7 mean energy may lie lower and still count as not lower.");

    public static MarkerSign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var spread = windows.Measure("energy.spread", "Standard deviation of energy", "points", period => StateMetrics.Deviation([.. work.States.Where(period.Covers)], state => state.Energy, rules), builder);
        var mean = windows.Measure("energy.mean", "Mean energy", "1 to 7", period => StateMetrics.Mean([.. work.States.Where(period.Covers)], state => state.Energy, null, rules), builder);
        var steadier = spread.Every((before, after) => after < before);
        var notLower = mean.Every((before, after) => after >= before - rules[EnergyMargin]);
        var verdict = (steadier, notLower) switch
        {
            (true, false) => ": steadier but lower, which is not stable",
            (true, true) => ": steadier, and not lower",
            (false, _) => ": not steadier in every window",
            _ => "",
        };
        return MarkerSign.Of(
            "energyStabilises", "energy stabilises", Across.All([steadier, notLower]),
            $"Spread of energy by window: {spread.Sentence}; mean: {mean.Sentence}{verdict}.",
            $"at least {rules[Measure.Fewest]} samples of energy in every window", spread.N, spread.Events);
    }
}

/// <summary>
/// Output compounds (C79): the interval of its weekly slope (M18) lies above 0, and that of the later half above that of the earlier one. A bend needs
/// more weeks than a window has, so it is looked for over all windows at once.
/// </summary>
internal static class CompoundingOutput
{
    public static MarkerSign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var slope = OutputSlope.Of([.. work.Weeks.Output.Where(windows.Whole.Covers)], work.View);
        builder.Add("output.slope", "Change of weekly output from week to week", "amount per week", slope.Whole, null, windows.Whole.First, windows.Whole.Last);
        var (holds, verdict) = (slope.Grows, slope.Convex) switch
        {
            (true, true) => (true, "growing faster and faster: compounding"),
            (true, false) => (false, "growing, not compounding"),
            (false, _) => (false, "not growing"),
            _ => ((bool?)null, ""),
        };
        var (low, high) = (slope.Whole.Interval?.Low ?? 0, slope.Whole.Interval?.High ?? 0);
        return MarkerSign.Of(
            "outputCompounds", "output compounds", holds,
            slope.Whole.Interval is null ? "output is known in too few weeks" : $"Weekly output changes by {Text.Number(slope.Whole.Value!.Value)} a week (95 % interval {Text.Number(low)} to {Text.Number(high)}): {verdict}.",
            $"output in at least 10 of the {work.View[MarkerWindows.WeeksEach] * work.View[MarkerWindows.InARow]} weeks, five in each half", slope.Whole.N, slope.Whole.Events);
    }
}

/// <summary>No constant self-correction (C80): corrections per finished action (M9) lie below the baseline's, or are none.</summary>
internal static class FallingCorrections
{
    public static MarkerSign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
    {
        var rules = work.View;
        var rate = windows.Measure("corrections", "Corrections per finished action", "per action", period => CorrectionRate.Of(work, period, rules), builder);
        return MarkerSign.Of(
            "correctionsFall", "corrections fall", rate.Every((before, after) => after < before || after == 0),
            $"Corrections per finished action by window: {rate.Sentence}.",
            $"at least {rules[Measure.Fewest]} finished actions in every window", rate.N, rate.Events);
    }
}
