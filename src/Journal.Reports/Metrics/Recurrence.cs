using Journal.Commitments;
using Journal.Practices;

namespace Journal.Reports.Metrics;

/// <summary>Something that was missed again and again in the same context (M20).</summary>
/// <param name="Context">The practice; null for commitments.</param>
/// <param name="Weekday">The weekday it fell on; null where the context is a cause.</param>
/// <param name="Cause">What the person put it down to; null where the context is a weekday.</param>
/// <param name="Times">How often it was missed there.</param>
/// <param name="Occasions">How often it ended there at all, excuses left out. Of a cause: how many misses were put down to any.</param>
internal sealed record Recurrence(Guid? Context, DayOfWeek? Weekday, Cause? Cause, int Times, int Occasions, IReadOnlyList<Guid> Events)
{
    public static readonly WholeRule RecurrenceCount = new("recurrenceCount", 3, 2, 1000, "How often something happens in one context before it recurs.");

    /// <summary>Every context in which misses recur, the most frequent first.</summary>
    /// <param name="outcomes">Of practices.</param>
    /// <param name="commitments">Those that ended.</param>
    /// <param name="rules">From how many times on it recurs.</param>
    /// <remarks>A count beside its occasions, not a test: whether weekdays differ more than chance is asked elsewhere. Cost: linear. Source: M20.</remarks>
    public static IReadOnlyList<Recurrence> Of(IEnumerable<OutcomeFact> outcomes, IEnumerable<CommitmentFact> commitments, IRules rules)
    {
        List<Planned> all =
        [
            .. outcomes.Where(outcome => outcome.State is not (OutcomeState.Skipped or OutcomeState.Unknown))
                .Select(outcome => new Planned(outcome.PracticeId, outcome.Day.DayOfWeek, outcome.Cause, outcome.State == OutcomeState.Missed, outcome.Events)),
            .. commitments.Where(commitment => commitment.Ending is { State: not OutcomeState.Skipped })
                .Select(commitment => new Planned(null, commitment.Ending!.At.DayOfWeek, commitment.Coding?.Cause, commitment.Ending.State == OutcomeState.Missed, commitment.Events)),
        ];
        return
        [
            .. all.GroupBy(one => (one.Context, one.Weekday)).Select(group => Counted(group, group.Key.Context, group.Key.Weekday, null))
                .Concat(all.Where(one => one is { Missed: true, Cause: not null }).GroupBy(one => one.Context).SelectMany(ByCause))
                .Where(recurrence => recurrence.Times >= rules[RecurrenceCount])
                .OrderByDescending(recurrence => recurrence.Times)
                .ThenBy(recurrence => recurrence.Context)
                .ThenBy(recurrence => recurrence.Weekday)
                .ThenBy(recurrence => recurrence.Cause),
        ];
    }

    private static IEnumerable<Recurrence> ByCause(IGrouping<Guid?, Planned> missed) =>
        missed.GroupBy(one => one.Cause).Select(group => Counted(group, missed.Key, null, group.Key) with { Occasions = missed.Count() });

    private static Recurrence Counted(IEnumerable<Planned> occasions, Guid? context, DayOfWeek? weekday, Cause? cause)
    {
        List<Planned> all = [.. occasions];
        List<Planned> missed = [.. all.Where(one => one.Missed)];
        return new(context, weekday, cause, missed.Count, all.Count, [.. missed.SelectMany(one => one.Events).Distinct()]);
    }

    private sealed record Planned(Guid? Context, DayOfWeek Weekday, Cause? Cause, bool Missed, IReadOnlyList<Guid> Events);
}
