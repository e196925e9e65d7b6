using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>One practice in one ISO week.</summary>
/// <param name="Adherence">What was done of what was due, 0 to 1; null when too little of the week is known.</param>
/// <param name="Observed">Days that are known and not excused.</param>
/// <param name="Needed">Observed days the week needs before it says anything.</param>
/// <param name="Due">Occasions the observed days called for.</param>
/// <param name="Silent">Days without a record, up to the last record of anything; what they count as, the practice says.</param>
/// <param name="Bounds">What the adherence would be if all of those were left out, missed, or done.</param>
/// <param name="Events">The events the figure came from, oldest first.</param>
public sealed record PracticeWeek(
    IsoWeek Week,
    double? Adherence,
    int Done,
    int Partial,
    int Missed,
    int Skipped,
    int Unknown,
    int Observed,
    int Needed,
    double Due,
    int Silent,
    SilenceBounds Bounds,
    IReadOnlyList<Guid> Events);

/// <summary>The adherence of a week, 0 to 1, by what its days without a record could have been; null where that leaves too little.</summary>
public readonly record struct SilenceBounds(double? LeftOut, double? AllMissed, double? AllDone);

/// <summary>What one day says of a practice.</summary>
internal enum DayState
{
    Unknown,
    Skipped,
    Missed,
    Partial,
    Done,
}

/// <summary>The outcomes of one day of one practice, taken together.</summary>
internal readonly record struct PracticeDay(DayState State, double Credit)
{
    /// <summary>The best that was recorded counts: a day that was finished after all is done. Where the target is a limit, all that was recorded counts.</summary>
    /// <param name="recorded">The outcomes of a day.</param>
    /// <param name="silence">What a day without any means.</param>
    public static PracticeDay Of(PracticeFact practice, DateOnly day, Func<DateOnly, IReadOnlyList<OutcomeFact>> recorded, in SilentDays silence)
    {
        if (practice.IsGivenUpOn(day))
        {
            return new(DayState.Unknown, 0);
        }

        var (outcomes, limit) = (recorded(day), Limit.Of(practice.On(day)));
        if (outcomes.Count == 0)
        {
            return !silence.Missed(day) ? new(DayState.Unknown, 0)
                : limit is { } kept && kept.Sum(day, recorded) <= kept.Most ? new(DayState.Done, 1)
                : new(DayState.Missed, 0);
        }

        if (outcomes.All(outcome => outcome.State is OutcomeState.Skipped or OutcomeState.Unknown))
        {
            return new(outcomes.Any(outcome => outcome.State == OutcomeState.Skipped) ? DayState.Skipped : DayState.Unknown, 0);
        }

        var most = Most(practice, day);
        var credit = limit is { } within && within.Sum(day, recorded) > within.Most ? 0 : Math.Min(most, outcomes.Sum(outcome => outcome.Credit(practice)));
        return credit switch
        {
            _ when credit >= most => new(DayState.Done, credit),
            > 0 => new(DayState.Partial, credit),
            _ => new(DayState.Missed, 0),
        };
    }

    /// <summary>How often it can be done on a day.</summary>
    public static double Most(PracticeFact practice, DateOnly day) => Math.Max(1, Math.Ceiling(practice.On(day).Rate));
}

/// <summary>How many days of a week were in each state.</summary>
internal sealed class WeekTally
{
    private readonly int[] counts = new int[(int)DayState.Done + 1];

    public WeekTally(IEnumerable<DayState> days)
    {
        foreach (var day in days)
        {
            counts[(int)day]++;
        }
    }

    public int Done => counts[(int)DayState.Done];

    public int Partial => counts[(int)DayState.Partial];

    public int Missed => counts[(int)DayState.Missed];

    public int Skipped => counts[(int)DayState.Skipped];

    public int Unknown => counts[(int)DayState.Unknown];
}
