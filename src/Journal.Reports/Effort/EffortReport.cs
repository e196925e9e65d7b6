using Journal.Practices;
using Journal.Reports.Cycles;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.Work;

namespace Journal.Reports.Effort;

/// <summary>What effort goes in, what comes out of it, and whether it is structure or strain that carries it.</summary>
public static class EffortReport
{
    public static ReportKind Kind { get; } = new(
        "effort", "Whether more effort brings more: steadiness, output, compression, simpler processes, focus and precision.", Write)
    {
        Question = "Does more effort bring more?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        builder.Add(WeekValue.Chart("hours", "Hours of work by week", "hours", work.Weeks.Hours));
        builder.Add(WeekValue.Chart("output", "Output by week", "amount", work.Weeks.Output));
        Steadiness.Write(work, builder);
        Substance.Write(work, builder);
        Simplification.Write(work, builder);
        OutputGrowth.Write(work, builder);
        OutputCurve.Write(work, builder);
        Compressions.Write(work, builder);
        TopicDrift.Write(work, builder);
        TimeModes.Write(work, builder);
        Precision.Write(work, builder);
    }
}

/// <summary>Whether more effort went with steadier practice (C6): hours against the share of weeks at or above the floor (M7).</summary>
internal static class Steadiness
{
    public static readonly Rule EffortRise = new("effortRise", 0.50, 0, 10, "By what share effort has risen before steadiness is asked to have risen with it.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var kept = Kept(work);
        var effort = Comparison.OfHalves(work.Weeks.Hours, rules) ?? Comparison.OfHalves(Ratings(work), rules);
        var steady = Comparison.OfHalves(kept, rules);
        builder.Add(WeekValue.Chart("consistency", "Share of practices at or above their floor by week", "share", kept));
        Add(builder, "effort.change", "Change of effort from the earlier to the later half, as a share of the earlier", effort, effort?.Growth);
        Add(builder, "consistency.change", "Change of the share of weeks at or above the floor", steady, steady?.Change);
        if (effort is null || steady is null)
        {
            builder.Insufficient("effortWithoutSteadiness", $"hours (or effort) and adherence in at least {rules[Comparison.ComparedWeeks]} weeks of each half");
            return;
        }

        var sentence = $"From the earlier to the later half, effort changed by {Text.Growth(effort.Growth)} and the share of weeks at or above the floor went from {Text.Percent(steady.Before)} to {Text.Percent(steady.After)}";
        builder.Judge(
            "effortWithoutSteadiness",
            effort.Rose(rules[EffortRise]) && Math.Abs(steady.Change) < rules[Comparison.Difference],
            $"{sentence}: more effort, the same steadiness.",
            $"{sentence}.",
            effort.N + steady.N, effort.Events.Concat(steady.Events));
    }

    /// <summary>Share of the practices known in a week that were at or above their floor; where none was set, the rules' progress.</summary>
    private static IReadOnlyList<WeekValue> Kept(WorkRecords work)
    {
        var weeks = work.View.Practices.SelectMany(practice => practice.Weeks.Where(week => week.Adherence is not null), (practice, week) => (practice.Practice, Week: week)).ToLookup(one => one.Week.Week);
        return [.. work.Weeks.Adherence.Select(week => (week.Week, Known: weeks[week.Week].ToList())).Select(one => new WeekValue(
            one.Week,
            one.Known.Count == 0 ? null : (double)one.Known.Count(known => known.Week.Adherence >= Floor(known.Practice, one.Week, work)) / one.Known.Count,
            one.Known.Count,
            [.. one.Known.SelectMany(known => known.Week.Events).Distinct()]))];
    }

    private static double Floor(PracticeFact practice, IsoWeek week, WorkRecords work) =>
        practice.Floors.LastOrDefault(floor => DateOnly.FromDateTime(floor.At.DateTime) <= week.Sunday)?.Floor ?? work.View[CycleRules.Progress];

    private static IReadOnlyList<WeekValue> Ratings(WorkRecords work) =>
        work.Weeks.Of(work.Outcomes.Where(outcome => outcome.Effort is not null), outcomes => outcomes.Average(outcome => outcome.Effort!.Value));

    private static void Add(ReportBuilder builder, string name, string label, Comparison? comparison, double? value) =>
        builder.Add(name, label, "share", comparison is not null && double.IsFinite(value!.Value) ? Measure.Of(value.Value, comparison.N, comparison.Events) : Measure.Missing("weeks known in both halves, and something in the earlier one"));
}

/// <summary>Hours against outputs (C40), and the longest stretch of hours without one.</summary>
internal static class Substance
{
    public static readonly Rule SubstanceHours = new("substanceHours", 20, 0, 10000, "Hours without any output from which on that is said.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var times = WorkHours.Of(work);
        var events = times.SelectMany(time => time.Events).Concat(work.Outputs.SelectMany(output => output.Events));
        builder.Add("hours", "Hours of work", "hours", times.Count == 0 ? Measure.Missing("time spent") : Measure.Of(times.Sum(time => time.Hours), times.Count, times.SelectMany(time => time.Events)));
        builder.Add("outputs", "Outputs recorded", "count", times.Count + work.Outputs.Count == 0
            ? Measure.Missing("time spent or outputs")
            : Measure.Of(work.Outputs.Count, work.Outputs.Count, work.Outputs.SelectMany(output => output.Events)));
        if (times.Count == 0)
        {
            builder.Insufficient("effortWithoutSubstance", "time spent, or minutes of what was done", work.Outputs.Count, events);
            return;
        }

        var longest = Stretches(times, work.Outputs).MaxBy(stretch => stretch.Sum(time => time.Hours)) ?? [];
        var hours = longest.Sum(time => time.Hours);
        if (hours >= work.View[SubstanceHours])
        {
            builder.Found(
                "effortWithoutSubstance",
                $"From {Text.Day(longest[0].Day)} to {Text.Day(longest[^1].Day)} the records show {Text.Number(hours)} h of work and 0 outputs.",
                longest.Count,
                longest.SelectMany(time => time.Events),
                alternatives: work.Outputs.Count == 0 ? ["No output is recorded at all; it may not have been written down."] : []);
            return;
        }

        builder.NotFound(
            "effortWithoutSubstance",
            $"The longest stretch without an output has {Text.Number(hours)} h; the window has {Text.Number(times.Sum(time => time.Hours))} h and {Text.Count(work.Outputs.Count, "output")}.",
            times.Count,
            events);
    }

    // What happens on the day of an output belongs to it, whatever the order of the records.
    private static IEnumerable<List<WorkTime>> Stretches(IReadOnlyList<WorkTime> times, IReadOnlyList<OutputFact> outputs)
    {
        var days = outputs.Select(output => output.Day).Distinct().Order().ToList();
        return times
            .Select(time => (Time: time, At: days.BinarySearch(time.Day)))
            .Where(one => one.At < 0)
            .GroupBy(one => ~one.At, one => one.Time)
            .OrderBy(stretch => stretch.Key)
            .Select(stretch => stretch.ToList());
    }
}
