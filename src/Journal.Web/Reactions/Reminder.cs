using System.Globalization;
using Journal.Recording;

namespace Journal.Web.Reactions;

/// <summary>When a person wants to be reminded of a practice, or of looking at their week.</summary>
/// <param name="Id">The practice's, or the person's own for the week.</param>
/// <param name="Practice">Of which practice; null for the week.</param>
/// <param name="Time">On the clock where they live.</param>
/// <param name="Days">On these days of the week.</param>
public sealed record Reminder(Guid Id, Guid? Practice, TimeOnly Time, IReadOnlyList<DayOfWeek> Days)
{
    private const int LongestWait = 8;

    /// <summary>When it is time again.</summary>
    /// <param name="after">Only behind this moment.</param>
    /// <param name="day">Only on days behind this one, which is done with: a day that is lived twice, on a journey westward, is reminded of once.</param>
    /// <param name="zone">Where the person lives.</param>
    /// <param name="quiet">When they want to hear nothing; what falls there waits for its end.</param>
    /// <returns>The moment, and the day of the person's that it is for.</returns>
    public (DateTimeOffset At, DateOnly Day) Next(DateTimeOffset after, DateOnly day, TimeZoneInfo zone, QuietHours? quiet)
    {
        var today = DateOnly.FromDateTime(LocalTime.Local(after, zone).DateTime);
        for (var i = -1; i <= LongestWait; i++)
        {
            var candidate = today.AddDays(i);
            if (candidate <= day || !Days.Contains(candidate.DayOfWeek))
                continue;
            var at = At(candidate, Time, zone);
            at = quiet?.After(at, zone) ?? at;
            if (at > after)
                return (at, candidate);
        }

        throw new InvalidOperationException("A reminder has at least one day of the week.");
    }

    /// <summary>A time on a day's clock: one that the clocks skip comes with the gap's end, one that they show twice the first time.</summary>
    internal static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        LocalTime.TryParse(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{time:HH:mm}"), out var moment) ? moment.In(zone) : throw new ArgumentOutOfRangeException(nameof(day));
}

/// <summary>The hours in which a person wants to hear nothing from here.</summary>
/// <param name="Id">The person.</param>
/// <param name="From">The first minute of them, on the clock where they live.</param>
/// <param name="Until">The first minute behind them; before <paramref name="From"/> when they go over midnight.</param>
public sealed record QuietHours(Guid Id, TimeOnly From, TimeOnly Until)
{
    /// <summary>The moment itself, or the end of the quiet hours it falls in.</summary>
    public DateTimeOffset After(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = LocalTime.Local(at, zone);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        return !time.IsBetween(From, Until) ? at : Reminder.At(time < Until ? day : day.AddDays(1), Until, zone);
    }
}
