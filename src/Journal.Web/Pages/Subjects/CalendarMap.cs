using Journal.Practices;
using Journal.Reports.Weeks;

namespace Journal.Web.Pages.Subjects;

/// <summary>What a calendar shows of a day.</summary>
public enum DayMark
{
    /// <summary>No record, or not known.</summary>
    None,
    Done,
    Partly,
    Missed,
    Skipped,
}

/// <summary>The days of a practice, week by week.</summary>
/// <param name="First">The first day shown.</param>
/// <param name="Weeks">How many weeks.</param>
/// <param name="Marks">What is recorded of each day that counts.</param>
/// <param name="Streak">How often in a row it was done as meant, up to the last time it could be: days of a daily practice, else weeks.</param>
public sealed record CalendarMap(DateOnly First, int Weeks, IReadOnlyDictionary<DateOnly, DayMark> Marks, int Streak, string StreakUnit)
{
    private const int Shown = 26;

    public int Count(DayMark mark) => Marks.Values.Count(one => one == mark);

    public static CalendarMap Of(PracticeFact practice, IEnumerable<OutcomeFact> outcomes, DateOnly today, DayOfWeek firstDay = DayOfWeek.Monday)
    {
        var days = outcomes.Where(outcome => outcome.Day <= today).GroupBy(outcome => outcome.Day).ToDictionary(day => day.Key, day => Mark(practice, [.. day]));
        var first = today.AddDays(-(((int)today.DayOfWeek - (int)firstDay + 7) % 7) - (7 * (Shown - 1)));
        var isDaily = practice.On(today) is { Times: 1, Days: 1 };
        return new(first, Shown, days.Where(day => day.Key >= first).ToDictionary(), isDaily ? Days(days, today) : Whole(practice, days, today), isDaily ? "day" : "week");
    }

    private static DayMark Mark(PracticeFact practice, IReadOnlyList<OutcomeFact> day) =>
        day.Any(one => one.State == OutcomeState.Finished) ? (day.Where(one => one.State == OutcomeState.Finished).Max(one => one.Credit(practice)) is var credit && credit >= 1 ? DayMark.Done : credit > 0 ? DayMark.Partly : DayMark.Missed)
        : day.Any(one => one.State == OutcomeState.Missed) ? DayMark.Missed
        : day.Any(one => one.State == OutcomeState.Skipped) ? DayMark.Skipped
        : DayMark.None;

    // Today may still come, and what was excused breaks nothing.
    private static int Days(Dictionary<DateOnly, DayMark> days, DateOnly today)
    {
        var streak = 0;
        for (var day = days.GetValueOrDefault(today) == DayMark.None ? today.AddDays(-1) : today; days.GetValueOrDefault(day) is DayMark.Done or DayMark.Skipped; day = day.AddDays(-1))
            streak += days[day] == DayMark.Done ? 1 : 0;
        return streak;
    }

    private static int Whole(PracticeFact practice, Dictionary<DateOnly, DayMark> days, DateOnly today)
    {
        int Done(DateOnly monday) => Enumerable.Range(0, 7).Count(day => days.GetValueOrDefault(monday.AddDays(day)) == DayMark.Done);
        bool Kept(DateOnly monday) => Done(monday) > 0 && Done(monday) >= Math.Floor(practice.On(monday.AddDays(6)).Rate * 7);
        var week = IsoWeek.Of(today).Monday;
        var streak = Kept(week) ? 1 : 0;
        for (var monday = week.AddDays(-7); Kept(monday); monday = monday.AddDays(-7))
            streak++;
        return streak;
    }
}
