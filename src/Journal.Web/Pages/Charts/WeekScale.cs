using Journal.Reports.Weeks;

namespace Journal.Web.Pages.Charts;

/// <summary>Where days lie along a chart: one slot a week, from a first week on.</summary>
/// <param name="First">The week of the first slot.</param>
/// <param name="Weeks">How many slots, at least 1.</param>
public sealed record WeekScale(IsoWeek First, int Weeks)
{
    public static WeekScale Of(IsoWeek first, IsoWeek last) => new(first, Math.Max(1, 1 + ((last.Monday.DayNumber - first.Monday.DayNumber) / 7)));

    /// <summary>The day after the last slot.</summary>
    public DateOnly End => First.Monday.AddDays(7 * Weeks);

    /// <summary>The beginning of a day, in percent of the width; outside 0 to 100 where the day lies outside.</summary>
    public double At(DateOnly day) => (day.DayNumber - First.Monday.DayNumber) / (7.0 * Weeks) * 100;

    /// <summary>The middle of a week, in percent of the width.</summary>
    public double Middle(DateOnly monday) => At(monday) + (50.0 / Weeks);

    public bool Holds(DateOnly day) => day >= First.Monday && day < End;
}
