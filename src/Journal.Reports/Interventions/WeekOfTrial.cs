using Journal.Decisions;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;
using Journal.Reports.Work;
using Journal.Work;

namespace Journal.Reports.Interventions;

/// <summary>One week of everything an intervention covers.</summary>
/// <param name="Adherence">Mean over the practices whose week is known, 0 to 1.</param>
/// <param name="Friction">Mean effort of what was finished, 1 to 7.</param>
/// <param name="Delay">Mean days from plan to start.</param>
/// <param name="Latency">Median hours that the decisions made in the week took.</param>
/// <param name="Corrections">Corrections per finished outcome.</param>
internal sealed record WeekOfTrial(
    IsoWeek Week, double? Adherence, double? Friction, double? Delay, double? Latency, double? Corrections, IReadOnlyList<Guid> Events)
{
    /// <summary>The weeks that a report on an intervention may look at, oldest first.</summary>
    public static IReadOnlyList<WeekOfTrial> Of(ReportView view, Trial trial, IReadOnlyList<Attempt> all)
    {
        var practices = view.Practices.Where(one => trial.Serves(one.Practice.AimId)).SelectMany(one => one.Weeks).ToLookup(week => week.Week);
        var attempts = all.Where(one => trial.Serves(one.AimId)).ToLookup(one => IsoWeek.Of(one.Day));
        var decided = view.All<DecisionFact>().Where(one => trial.Serves(one.AimId) && one.FirstMadeAt is { } made && view.Covers(made))
            .ToLookup(one => IsoWeek.Of(DateOnly.FromDateTime(one.FirstMadeAt!.Value.DateTime)));
        var corrections = view.Within<CorrectionFact>().Where(one => trial.Serves(one.AimId)).ToLookup(one => IsoWeek.Of(one.Day));
        return [.. view.Weeks.Select(week => Of(week, [.. practices[week]], [.. attempts[week]], [.. decided[week]], [.. corrections[week]]))];
    }

    private static WeekOfTrial Of(
        IsoWeek week, List<PracticeWeek> practices, List<Attempt> attempts, List<DecisionFact> decided, List<CorrectionFact> corrections)
    {
        var finished = attempts.Where(one => one.Finished).ToList();
        return new(
            week,
            practices.Average(one => one.Adherence),
            finished.Average(one => (double?)one.Effort),
            attempts.Average(one => one.DelayDays),
            Numbers.Median(decided.Select(one => (one.FirstMadeAt!.Value - one.OccurredAt).TotalHours)),
            finished.Count == 0 ? null : (double)corrections.Count / finished.Count,
            [
                .. practices.SelectMany(one => one.Events)
                    .Concat(attempts.SelectMany(one => one.Events))
                    .Concat(decided.SelectMany(one => one.Events))
                    .Concat(corrections.SelectMany(one => one.Events))
                    .Distinct(),
            ]);
    }
}
