using Journal.Reports.Weeks;

namespace Journal.Web.Pages.TimeTravel;

/// <summary>The moments a history is gone through by: the ends of its weeks, or of its days, up to today.</summary>
/// <param name="First">The first day of the first step.</param>
/// <param name="Last">Today.</param>
/// <param name="Days">Days in a step: 7 or 1.</param>
public sealed record ReplaySteps(DateOnly First, DateOnly Last, int Days)
{
    public static ReplaySteps Of(DateOnly first, DateOnly last, bool byWeek) => new(byWeek ? IsoWeek.Of(first < last ? first : last).Monday : first < last ? first : last, last, byWeek ? 7 : 1);

    public int Count => 1 + ((Last.DayNumber - First.DayNumber) / Days);

    /// <summary>The last day of a step.</summary>
    public DateOnly End(int place) => First.AddDays((Days * (Math.Clamp(place, 0, Count - 1) + 1)) - 1) is var end && end < Last ? end : Last;

    public DateOnly Start(int place) => First.AddDays(Days * Math.Clamp(place, 0, Count - 1));

    /// <summary>The step that a day lies in; the nearest for a day outside.</summary>
    public int Place(DateOnly day) => Math.Clamp((day.DayNumber - First.DayNumber) / Days, 0, Count - 1);
}
