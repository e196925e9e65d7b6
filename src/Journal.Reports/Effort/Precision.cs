using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Effort;

/// <summary>Hit rate, the share of what ended that was finished, against hours (C174): each week in one of four quadrants.</summary>
internal static class Precision
{
    public static readonly Rule HitRate = new("hitRate", 0.70, 0, 1, "Share of what ended that was finished, 0 to 1, from which on a week counts as precise.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        List<(double Hours, WeekValue Hits)> weeks =
            [.. work.Weeks.Hours.Zip(Hits(work)).Where(week => week is { First.Value: not null, Second.Value: not null }).Select(week => (week.First.Value!.Value, week.Second))];
        List<Guid> events = [.. weeks.SelectMany(week => week.Hits.Events)];
        builder.Add("hitRate", "Share of what ended that was finished, mean of the weeks", "share", weeks.Count == 0
            ? Measure.Missing("hours, and commitments or outcomes that ended, in the same week")
            : Measure.Of(weeks.Average(week => week.Hits.Value!.Value), weeks.Count, events));
        if (weeks.Count < 2 * rules[Comparison.ComparedWeeks])
        {
            builder.Insufficient("precisionOverIntensity", $"hours, and commitments or outcomes that ended, in at least {2 * rules[Comparison.ComparedWeeks]} weeks", weeks.Count, events);
            return;
        }

        var middle = Numbers.Middle([.. weeks.Select(week => week.Hours)]);
        builder.Add(Quadrants(weeks, middle, rules));
        var (longer, shorter) = (weeks.Where(week => week.Hours > middle).ToList(), weeks.Where(week => week.Hours <= middle).ToList());
        if (longer.Count == 0)
        {
            builder.Insufficient("precisionOverIntensity", "weeks that differ in their hours", weeks.Count, events);
            return;
        }

        var (more, fewer) = (longer.Average(week => week.Hits.Value!.Value), shorter.Average(week => week.Hits.Value!.Value));
        var sentence = $"Weeks of more than {Text.Number(middle)} h finished {Text.Percent(more)} of what ended, the others {Text.Percent(fewer)}";
        builder.Judge("precisionOverIntensity", more <= fewer, $"{sentence}: precision does not come with hours.", $"{sentence}.", weeks.Count, events);
    }

    private static Table Quadrants(List<(double Hours, WeekValue Hits)> weeks, double middle, ReportView rules)
    {
        (string Name, bool Precise, bool Long)[] quadrants = [("precise, fewer hours", true, false), ("precise, more hours", true, true), ("imprecise, fewer hours", false, false), ("imprecise, more hours", false, true)];
        return new("quadrants", "Weeks by hit rate and hours", ["quadrant", "weeks"], [.. quadrants
            .Select(quadrant => (quadrant.Name, Weeks: weeks.Where(week => week.Hits.Value >= rules[HitRate] == quadrant.Precise && week.Hours > middle == quadrant.Long).ToList()))
            .Select(quadrant => new Row([quadrant.Name, Text.Number(quadrant.Weeks.Count)], null, [.. quadrant.Weeks.SelectMany(week => week.Hits.Events)]))]);
    }

    private static IEnumerable<WeekValue> Hits(WorkRecords work)
    {
        var ended = work.Ended(work.Window).Select(one => (Day: DateOnly.FromDateTime(one.Ending.At.DateTime), one.Ending.State, one.Commitment.Events))
            .Concat(work.Outcomes.Select(outcome => (outcome.Day, outcome.State, outcome.Events)))
            .Where(one => one.State is not (OutcomeState.Skipped or OutcomeState.Unknown))
            .ToLookup(one => IsoWeek.Of(one.Day));
        return work.Weeks.Hours.Select(week => (week.Week, Ended: ended[week.Week].ToList())).Select(one => new WeekValue(
            one.Week,
            one.Ended.Count == 0 ? null : (double)one.Ended.Count(ending => ending.State == OutcomeState.Finished) / one.Ended.Count,
            one.Ended.Count,
            [.. one.Ended.SelectMany(ending => ending.Events)]));
    }
}
