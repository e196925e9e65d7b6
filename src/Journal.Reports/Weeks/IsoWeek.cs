using System.Globalization;

namespace Journal.Reports.Weeks;

/// <summary>An ISO 8601 week, Monday to Sunday.</summary>
/// <param name="Monday">Its first day.</param>
public readonly record struct IsoWeek(DateOnly Monday) : IComparable<IsoWeek>
{
    public DateOnly Sunday => Monday.AddDays(6);

    public IsoWeek Next => new(Monday.AddDays(7));

    public static IsoWeek Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    /// <summary>Every week from one to another, both included.</summary>
    public static IEnumerable<IsoWeek> Range(IsoWeek first, IsoWeek last)
    {
        for (var week = first; week <= last; week = week.Next)
        {
            yield return week;
        }
    }

    public int CompareTo(IsoWeek other) => Monday.CompareTo(other.Monday);

    /// <summary>As in <c>2016-W09</c>.</summary>
    public override string ToString()
    {
        var monday = Monday.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):D4}-W{ISOWeek.GetWeekOfYear(monday):D2}");
    }
}
