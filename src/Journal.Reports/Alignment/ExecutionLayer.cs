using Journal.Practices;
using Journal.Reports.Rules;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <summary>Execution: the mean of what is known of adherence, starts on time and starts that were finished.</summary>
internal static class ExecutionLayer
{
    public static LayerScore Of(IReadOnlyList<PracticeWeek> practices, IReadOnlyList<OutcomeFact> outcomes, RuleSet rules)
    {
        var known = practices.Where(week => week.Adherence is not null).ToList();
        var delays = outcomes.Where(outcome => outcome.DelayDays is not null).ToList();
        var started = outcomes.Where(outcome => outcome.StartedAt is not null).ToList();
        return LayerScore.MeanOf(
            [
                ("adherence", known.Average(week => week.Adherence)),
                ("onTime", Share(delays, outcome => outcome.DelayDays <= rules.OnTimeDays)),
                ("finished", Share(started, outcome => outcome.State == OutcomeState.Finished)),
            ],
            known.Sum(week => week.Observed) + delays.Count + started.Count,
            [.. known.SelectMany(week => week.Events), .. delays.Concat(started).SelectMany(outcome => outcome.Events)],
            "outcomes of a practice on enough days of the week");
    }

    private static double? Share(List<OutcomeFact> of, Func<OutcomeFact, bool> counts) => of.Count == 0 ? null : (double)of.Count(counts) / of.Count;
}
