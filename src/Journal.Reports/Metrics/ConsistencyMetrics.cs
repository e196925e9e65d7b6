using Journal.Practices;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Reports.Metrics;

/// <summary>Whether a practice holds from week to week (M7).</summary>
public static class ConsistencyMetrics
{
    /// <summary>M7: share of the known weeks at or above the floor.</summary>
    /// <param name="practice">The practice; its floor of the week counts, else the rule progress.</param>
    /// <param name="weeks">Its weeks; those too little is known of count neither way.</param>
    /// <returns>0 to 1; n counts known weeks.</returns>
    public static Measure Consistency(PracticeFact practice, IReadOnlyList<PracticeWeek> weeks, IRules rules) => Consistency([(practice, weeks)], rules);

    /// <summary>M7 over several practices: every known week of each counts once.</summary>
    public static Measure Consistency(IReadOnlyList<(PracticeFact Practice, IReadOnlyList<PracticeWeek> Weeks)> practices, IRules rules)
    {
        var known = practices.SelectMany(one => one.Weeks.Where(week => week.Adherence is not null).Select(week => (one.Practice, Week: week))).ToList();
        return Measure.Mean(
            [.. known.Select(one => Sample.Of(Holds(one.Practice, one.Week, rules), one.Week.Events))], "weeks of a practice with enough known days", rules);
    }

    /// <summary>M7: spread of the days between one done day and the next, over their mean.</summary>
    /// <param name="practice">The practice.</param>
    /// <param name="outcomes">Its outcomes; a day on which any of it was done is a done day.</param>
    /// <returns>Coefficient of variation, 0 for a fixed rhythm, about 1 for days at random; n counts intervals.</returns>
    public static Measure IntervalVariation(PracticeFact practice, IReadOnlyList<OutcomeFact> outcomes, IRules rules)
    {
        var done = outcomes.Where(outcome => outcome.PracticeId == practice.Id && outcome.Credit(practice) > 0).ToList();
        var days = done.Select(outcome => outcome.Day.DayNumber).Distinct().Order().ToList();
        var intervals = days.Skip(1).Zip(days, (day, before) => (double)(day - before)).ToList();
        var needed = Math.Max(2, rules[Measure.Fewest]);
        return intervals.Count < needed
            ? Measure.Missing($"at least {needed + 1} days on which it was done; there are {days.Count}", intervals.Count, done.SelectMany(outcome => outcome.Events))
            : Measure.Of(Numbers.Spread(intervals) / intervals.Average(), intervals.Count, done.SelectMany(outcome => outcome.Events));
    }

    /// <summary>Whether a known week reached the floor that was in force at its end.</summary>
    internal static bool Holds(PracticeFact practice, PracticeWeek week, IRules rules) => week.Adherence >= FloorOf(practice, week.Week, rules);

    private static double FloorOf(PracticeFact practice, IsoWeek week, IRules rules) =>
        practice.Floors.LastOrDefault(floor => DateOnly.FromDateTime(floor.At.DateTime) <= week.Sunday)?.Floor ?? rules[CycleRules.Progress];
}

/// <summary>How much weekly adherence varies.</summary>
internal static class Fluctuation
{
    public static readonly Rule FluctuationLimit = new("fluctuationLimit", 0.25, 0, 10, "Coefficient of variation of weekly adherence up to which it is steady.");

    /// <summary>Standard deviation of weekly adherence divided by its mean; missing below twice the weeks of a comparison, and where nothing was done.</summary>
    public static Measure Of(WorkRecords work)
    {
        List<WeekValue> weeks = [.. work.Weeks.Adherence.Where(week => week.Value is not null)];
        List<double> values = [.. weeks.Select(week => week.Value!.Value)];
        var (needed, events) = (2 * work.View[Comparison.ComparedWeeks], weeks.SelectMany(week => week.Events));
        return values.Count < needed || Numbers.Mean(values) == 0
            ? Measure.Missing($"adherence above 0 in at least {needed} whole weeks", values.Count, events)
            : Measure.Of(Numbers.Spread(values) / Numbers.Mean(values), values.Count, events);
    }
}
