using Journal.Practices;
using Journal.Reports.Weeks;
using Journal.Reports.Work;

namespace Journal.Reports.Effort;

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
        practice.Floors.LastOrDefault(floor => DateOnly.FromDateTime(floor.At.DateTime) <= week.Sunday)?.Floor ?? work.View[WeeklyAdherence.Progress];

    private static IReadOnlyList<WeekValue> Ratings(WorkRecords work) =>
        work.Weeks.Of(work.Outcomes.Where(outcome => outcome.Effort is not null), outcomes => outcomes.Average(outcome => outcome.Effort!.Value));

    private static void Add(ReportBuilder builder, string name, string label, Comparison? comparison, double? value) =>
        builder.Add(name, label, "share", comparison is not null && double.IsFinite(value!.Value) ? Measure.Of(value.Value, comparison.N, comparison.Events) : Measure.Missing("weeks known in both halves, and something in the earlier one"));
}
