using Journal.Practices;
using Journal.Reports.Weeks;

namespace Journal.Web.Today;

/// <summary>A practice on one day: what was recorded of it, and whether it still waits.</summary>
/// <param name="Recorded">What was recorded for the day, oldest first.</param>
/// <param name="Done">How often it was done in the days its cadence counts.</param>
public sealed record DuePractice(PracticeFact Practice, Cadence Cadence, IReadOnlyList<OutcomeFact> Recorded, int Done)
{
    /// <summary>Whether something is still to be said of it on this day.</summary>
    public bool Waits => IsLimit
        ? Recorded.Count == 0
        : Done < Cadence.Times && Recorded.All(outcome => outcome.State == OutcomeState.Finished) && Recorded.Count < Math.Max(1, (int)Math.Ceiling(Cadence.Rate));

    public bool IsLimit => Cadence is { Bound: TargetBound.AtMost, Target: not null };

    /// <summary>As in <c>1 of 3 this week</c>; nothing for what is meant once a day.</summary>
    public string? Progress => Cadence is { Times: 1, Days: 1 } ? null : $"{Done} of {Cadence.Times} {Window}";

    private string Window => Cadence.Days switch
    {
        1 => "today",
        7 => "this week",
        var days => $"in {days} days",
    };

    /// <summary>Those in force on a day, in the order they were taken up.</summary>
    public static IReadOnlyList<DuePractice> Of(IEnumerable<PracticeFact> practices, IEnumerable<OutcomeFact> outcomes, DateOnly day)
    {
        var of = outcomes.Where(outcome => outcome.Day <= day && outcome.Day > day.AddDays(-366)).ToLookup(outcome => outcome.PracticeId);
        return [.. practices.Where(practice => practice.DroppedAt is null && practice.Day <= day && !practice.IsGivenUpOn(day)).Select(practice => Of(practice, [.. of[practice.Id]], day))];
    }

    private static DuePractice Of(PracticeFact practice, IReadOnlyList<OutcomeFact> outcomes, DateOnly day)
    {
        var cadence = practice.On(day);
        var first = cadence.Days == 7 ? IsoWeek.Of(day).Monday : day.AddDays(1 - cadence.Days);
        return new(practice, cadence, [.. outcomes.Where(outcome => outcome.Day == day)], outcomes.Count(outcome => outcome.State == OutcomeState.Finished && outcome.Day >= first));
    }
}
