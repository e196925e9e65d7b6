using Journal.Commitments;
using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Energy;

/// <summary>The days of a phase, by what was done on them.</summary>
internal static class PhaseDays
{
    /// <summary>Something was started or finished.</summary>
    public static IReadOnlySet<DateOnly> OfAction(Scope scope) => Days(
    [
        .. scope.Outcomes.Where(outcome => outcome.State == OutcomeState.Finished).Select(outcome => outcome.OccurredAt),
        .. Commitments(scope).SelectMany(one => one.Turns.Where(turn => turn.Started).Select(turn => turn.At)),
        .. Commitments(scope).SelectMany(one => one.Endings.Where(ending => ending.State == OutcomeState.Finished).Select(ending => ending.At)),
    ]);

    /// <summary>Something was paused.</summary>
    public static IReadOnlySet<DateOnly> OfPauses(Scope scope) => Days(Commitments(scope).SelectMany(one => one.Turns.Where(turn => !turn.Started).Select(turn => turn.At)));

    /// <summary>Every day of a week in which a practice was known to be below its floor or a commitment was missed. Unknown weeks are not among them.</summary>
    public static IReadOnlySet<DateOnly> OfInconsistentWeeks(Scope scope) => scope.Practices
        .SelectMany(practice => practice.Weeks.Where(week => week.Adherence is not null && !ConsistencyMetrics.Holds(practice.Practice, week, scope.Rules)).Select(week => week.Week))
        .Concat(Commitments(scope).SelectMany(one => one.Endings.Where(ending => ending.State == OutcomeState.Missed)).Select(ending => IsoWeek.Of(DateOnly.FromDateTime(ending.At.DateTime))))
        .Distinct()
        .SelectMany(week => Enumerable.Range(0, 7).Select(week.Monday.AddDays))
        .ToHashSet();

    private static IEnumerable<CommitmentFact> Commitments(Scope scope) => scope.Facts.Of<CommitmentFact>().Where(one => scope.Serves(one.AimId));

    private static HashSet<DateOnly> Days(IEnumerable<DateTimeOffset> moments) => [.. moments.Select(moment => DateOnly.FromDateTime(moment.DateTime))];
}
