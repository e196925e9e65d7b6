using Journal.Commitments;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Cycles;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Questions;

/// <summary>What the records put beside the questions about execution.</summary>
internal static class ExecutionPrefill
{
    /// <summary>Regressions, the deepest first.</summary>
    public static IEnumerable<PrefilledLine> Breaks(ReportView view) => view.Practices
        .SelectMany(one => CycleRules.Find([.. one.Weeks.Select(week => (week.Week, week.Adherence))], view).Cycles, (one, cycle) => (Practice: one, Cycle: cycle))
        .OrderByDescending(one => one.Cycle.Depth).ThenBy(one => one.Cycle.Regression).ThenBy(one => one.Practice.Practice.Id)
        .Select(one => new PrefilledLine(
            $"“{one.Practice.Practice.Title}” fell from {Text.Percent(one.Cycle.Peak)} to {Text.Percent(one.Cycle.Trough)} from the week of {Text.Cell(one.Cycle.Regression.Monday)} on",
            one.Practice.Practice.Id,
            [.. Span(one.Practice, one.Cycle).SelectMany(week => week.Events).Distinct()]));

    /// <summary>Misses of one subject on one weekday that came back in several weeks, and more often there than on its other days; the most frequent first.</summary>
    public static IEnumerable<PrefilledLine> Repeats(ReportView view) => IntendedAction.Of(view)
        .Where(one => one.Missed || one.Finished)
        .GroupBy(one => (one.Subject, one.Title))
        .SelectMany(subject => subject.GroupBy(one => one.Day.DayOfWeek).Select(day => new WeekdayMisses(subject.Key.Subject, subject.Key.Title, day.Key, [.. day], [.. subject.Where(one => one.Day.DayOfWeek != day.Key)])))
        .Where(day => day.Missed.Select(one => IsoWeek.Of(one.Day)).Distinct().Count() > 1 && day.IsAboveTheOthers)
        .OrderByDescending(day => day.Missed.Count).ThenBy(day => day.Subject).ThenBy(day => day.Weekday)
        .Select(day => new PrefilledLine(day.Sentence, day.Subject, [.. day.Missed.SelectMany(one => one.Events)]));

    /// <summary>Commitments that were clear (from <c>clearRating</c> on), and were missed, postponed or abandoned and not finished.</summary>
    public static IEnumerable<PrefilledLine> Avoided(ReportView view) => view.Within<CommitmentFact>()
        .Where(one => view.Serves(one.AimId) && one.Clarity >= view[FinishMetrics.ClearRating] && (one.Ending?.State is null or OutcomeState.Missed) && Delays(one, view) > 0)
        .OrderByDescending(one => Delays(one, view)).ThenBy(one => one.OccurredAt).ThenBy(one => one.Id)
        .Select(one => new PrefilledLine(
            $"“{one.Title}”: clarity {one.Clarity} of 7, postponed or abandoned {Text.Count(Put(one, view), "time")}, {(one.Ending is null ? "not done so far" : "missed")}", one.Id, one.Events));

    /// <summary>Practices by the share of their known weeks that lie below the progress level.</summary>
    public static IEnumerable<PrefilledLine> Inconsistent(ReportView view) => view.Practices
        .Select(one => (one.Practice, Known: one.Weeks.Where(week => week.Adherence is not null).ToList()))
        .Select(one => (one.Practice, one.Known, Below: one.Known.Where(week => week.Adherence < view[CycleRules.Progress]).ToList()))
        .Where(one => one.Below.Count > 0)
        .OrderByDescending(one => (double)one.Below.Count / one.Known.Count).ThenBy(one => one.Practice.OccurredAt).ThenBy(one => one.Practice.Id)
        .Select(one => new PrefilledLine(
            $"“{one.Practice.Title}”: {one.Below.Count} of {Text.Count(one.Known.Count, "known week")} below {Text.Percent(view[CycleRules.Progress])}", one.Practice.Id, [.. one.Below.SelectMany(week => week.Events).Distinct()]));

    /// <summary>What took the person's own intervention, the most often first.</summary>
    public static IEnumerable<PrefilledLine> StillRequired(ReportView view) => OperatorDependency.Sources(WorkRecords.Of(view))
        .Select(source => new PrefilledLine($"{source.Name}: stepped in {Text.Count(source.Needed, "time")}", source.Id, source.Events));

    private static IEnumerable<PracticeWeek> Span(PracticeWeeks practice, Cycle cycle) =>
        practice.Weeks.Where(week => week.Week >= cycle.Regression && week.Week.Monday < cycle.Regression.Monday.AddDays(7 * cycle.Weeks));

    private static int Put(CommitmentFact one, ReportView view) => one.Reframes.Count(reframe => reframe.Reframing is Reframing.Postpone or Reframing.Abandon && view.Covers(reframe.At));

    private static int Delays(CommitmentFact one, ReportView view) => Put(one, view) + (one.Ending?.State == OutcomeState.Missed ? 1 : 0);
}

/// <summary>How often something was missed on one weekday, beside how often it was on the others: its own base rate.</summary>
internal sealed record WeekdayMisses(Guid Subject, string Title, DayOfWeek Weekday, IReadOnlyList<IntendedAction> There, IReadOnlyList<IntendedAction> Elsewhere)
{
    public IReadOnlyList<IntendedAction> Missed { get; } = [.. There.Where(one => one.Missed)];

    public bool IsAboveTheOthers => Elsewhere.Count == 0 || (long)Missed.Count * Elsewhere.Count > (long)MissedElsewhere * There.Count;

    public string Sentence => $"“{Title}” was missed on {Missed.Count} of {There.Count} {Weekday}s{(Elsewhere.Count == 0 ? "" : $", and on {MissedElsewhere} of {Text.Count(Elsewhere.Count, "other day")}")}";

    private int MissedElsewhere => Elsewhere.Count(one => one.Missed);
}
