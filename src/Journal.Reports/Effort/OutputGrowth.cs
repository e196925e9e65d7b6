using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Effort;

/// <summary>Output that does not grow while effort holds (C105), by the slope of output per week (M18).</summary>
internal static class OutputGrowth
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var slope = OutputSlope.Of(work.Weeks.Output, rules);
        var effort = Comparison.OfHalves(work.Weeks.Hours, rules);
        builder.Add("output.slope", "Change of weekly output from week to week", "amount per week", slope.Whole);
        if (slope is not { Whole: { Value: { } value, Interval: { } interval }, Grows: { } grows } || effort is null)
        {
            builder.Insufficient("notCompounding", $"output in {rules[OutputSlope.SlopeWeeks]} whole weeks and hours in {rules[Comparison.ComparedWeeks]} of each half", slope.Whole.N, slope.Whole.Events);
            return;
        }

        var holds = effort.Rose(-rules[Comparison.Difference]);
        var sentence = $"Weekly output changes by {Text.Number(value)} a week (95 % interval {Text.Number(interval.Low)} to {Text.Number(interval.High)}), and hours by {Text.Growth(effort.Growth)} from the earlier to the later half";
        var events = slope.Whole.Events.Concat(effort.Events);
        builder.Judge(
            "notCompounding",
            !grows && holds,
            $"{sentence}: effort holds, output does not grow.",
            $"{sentence}{(grows ? ": output grows" : ": effort fell too")}.",
            slope.Whole.N, events);
    }
}
