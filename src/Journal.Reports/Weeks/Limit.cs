using Journal.Practices;

namespace Journal.Reports.Weeks;

/// <summary>A target that is to be kept to, over the days that it stands for: what is recorded in them is added up.</summary>
/// <param name="Most">What may be recorded at most.</param>
/// <param name="Days">Over how many days.</param>
internal readonly record struct Limit(double Most, int Days)
{
    /// <summary>The limit of a cadence; null where it has none, or where every time has one of its own.</summary>
    public static Limit? Of(Cadence cadence) =>
        cadence is { Bound: TargetBound.AtMost, Target: { } most, Rate: <= 1 } ? new(most, cadence.Window) : null;

    /// <summary>What was recorded in the days that a day lies in, up to it. Seven days are a week; more end with the week, and fewer with the day.</summary>
    public double Sum(DateOnly day, Func<DateOnly, IReadOnlyList<OutcomeFact>> recorded)
    {
        var (week, sum) = (IsoWeek.Of(day), 0.0);
        for (var one = Days < 7 ? day.AddDays(1 - Days) : week.Sunday.AddDays(1 - Days); one <= day; one = one.AddDays(1))
        {
            sum += recorded(one).Where(outcome => outcome.State == OutcomeState.Finished).Sum(outcome => outcome.Amount ?? 0);
        }

        return sum;
    }
}
