using Journal.Practices;
using Journal.Reports.Weeks;

namespace Journal.Reports.Causes;

/// <summary>One day of a practice: how much of what was due was done, 0 to 1, or NaN where that is unknown or excused.</summary>
internal readonly record struct DayOfPractice(DateOnly Day, double Done, bool Outside, IReadOnlyList<Guid> Events)
{
    /// <summary>Every day from the first record or the adoption to the last day of the window or the day it was dropped.</summary>
    /// <param name="outcomes">Of the practice, within the window.</param>
    public static IReadOnlyList<DayOfPractice> Of(ReportView view, PracticeFact practice, IEnumerable<OutcomeFact> outcomes)
    {
        var byDay = outcomes.GroupBy(one => one.Day).ToDictionary(day => day.Key, day => day.ToList());
        var adopted = practice.Day > view.First ? practice.Day : view.First;
        var first = byDay.Keys.Append(adopted).Min();
        var last = practice.DroppedAt is { } dropped && dropped.By(view.Last) ? DateOnly.FromDateTime(dropped.DateTime) : view.Last;
        var silence = view.Use.Of(practice);
        return [.. Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(i => first.AddDays(i)).Select(day => Of(practice, day, one => byDay.GetValueOrDefault(one, []), silence))];
    }

    private static DayOfPractice Of(PracticeFact practice, DateOnly day, Func<DateOnly, IReadOnlyList<OutcomeFact>> recorded, SilentDays use)
    {
        var (silence, outcomes) = (use.OfADay(practice, day), recorded(day));
        var fact = PracticeDay.Of(practice, day, recorded, silence);
        var most = Math.Max(1, Math.Ceiling(practice.On(day).Rate));
        return new(
            day,
            fact.State is DayState.Unknown or DayState.Skipped ? double.NaN : fact.Credit / most,
            outcomes.Any(one => one.Cause is Journal.Cause.Capacity or Journal.Cause.Environment or Journal.Cause.Illness),
            [.. outcomes.SelectMany(one => one.Events).Concat(outcomes.Count == 0 && silence.Missed(day) ? silence.Witnesses(day, day) : [])]);
    }
}
