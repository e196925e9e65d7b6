using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>
/// Output compounds (C79): the interval of its weekly slope (M18) lies above 0, and that of the later half above that of the earlier one. A bend needs
/// more weeks than a window has, so it is looked for over all windows at once.
/// </summary>
internal static class CompoundingOutput
{
    public static Sign Of(WorkRecords work, MarkerWindows windows, ReportBuilder builder)
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
        return Sign.Of(
            "outputCompounds", "output compounds", holds,
            slope.Whole.Interval is null ? "output is known in too few weeks" : $"Weekly output changes by {Text.Number(slope.Whole.Value!.Value)} a week (95 % interval {Text.Number(low)} to {Text.Number(high)}): {verdict}.",
            $"output in at least 10 of the {work.View[MarkerWindows.WeeksEach] * work.View[MarkerWindows.InARow]} weeks, five in each half", slope.Whole.N, slope.Whole.Events);
    }
}
