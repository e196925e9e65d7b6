using Journal.Commitments;
using Journal.Practices;
using Journal.Processes;
using Journal.Reports.Causes;
using Journal.Reports.Cycles;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.Work;

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

    /// <summary>Misses of one subject on one weekday that came back in several weeks, the most frequent first.</summary>
    public static IEnumerable<PrefilledLine> Repeats(ReportView view) => IntendedAction.Of(view)
        .Where(one => one.Missed)
        .GroupBy(one => (one.Subject, one.Title, one.Day.DayOfWeek))
        .Where(misses => misses.Select(one => IsoWeek.Of(one.Day)).Distinct().Count() > 1)
        .OrderByDescending(misses => misses.Count()).ThenBy(misses => misses.Key.Subject).ThenBy(misses => misses.Key.DayOfWeek)
        .Select(misses => new PrefilledLine($"“{misses.Key.Title}” was missed on {misses.Count()} {misses.Key.DayOfWeek}s", misses.Key.Subject, [.. misses.SelectMany(one => one.Events)]));

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
    public static IEnumerable<PrefilledLine> StillRequired(ReportView view)
    {
        var titles = view.All<PracticeFact>().Select(one => (one.Id, one.Title))
            .Concat(view.All<CommitmentFact>().Select(one => (one.Id, one.Title)))
            .Concat(view.All<ProcessFact>().Select(one => (one.Id, one.Versions[^1].Title)))
            .ToLookup(one => one.Id, one => one.Title);
        return IntendedAction.Of(view).Where(one => one.NeededOperator == true).Select(one => (Subject: (Guid?)one.Subject, one.Events))
            .Concat(view.Within<OccasionFact>().Where(one => view.Serves(one.AimId)).Select(one => (Subject: one.SourceId, one.Events)))
            .GroupBy(one => one.Subject)
            .OrderByDescending(one => one.Count()).ThenBy(one => one.Key)
            .Select(one => new PrefilledLine(
                $"{(one.Key is { } id && titles[id].FirstOrDefault() is { } title ? $"“{title}”" : "not said for what")}: stepped in {Text.Count(one.Count(), "time")}", one.Key, [.. one.SelectMany(each => each.Events)]));
    }

    private static IEnumerable<PracticeWeek> Span(PracticeWeeks practice, Cycle cycle) =>
        practice.Weeks.Where(week => week.Week >= cycle.Regression && week.Week.Monday < cycle.Regression.Monday.AddDays(7 * cycle.Weeks));

    private static int Put(CommitmentFact one, ReportView view) => one.Reframes.Count(reframe => reframe.Reframing is Reframing.Postpone or Reframing.Abandon && view.Covers(reframe.At));

    private static int Delays(CommitmentFact one, ReportView view) => Put(one, view) + (one.Ending?.State == OutcomeState.Missed ? 1 : 0);
}
