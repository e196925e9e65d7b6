using Journal.Facts;
using Journal.Reports.Weeks;

namespace Journal.Reports.Work;

/// <summary>A run of days, both ends included.</summary>
internal readonly record struct Period(DateOnly First, DateOnly Last)
{
    public static Period Of(IsoWeek first, IsoWeek last) => new(first.Monday, last.Sunday);

    /// <summary>The whole weeks that end before the week of a moment.</summary>
    public static Period Before(DateOnly day, int weeks) => new(IsoWeek.Of(day).Monday.AddDays(-7 * weeks), IsoWeek.Of(day).Monday.AddDays(-1));

    /// <summary>The whole weeks that follow the week of a moment.</summary>
    public static Period After(DateOnly day, int weeks) => new(IsoWeek.Of(day).Next.Monday, IsoWeek.Of(day).Next.Monday.AddDays((7 * weeks) - 1));

    public bool Covers(DateOnly day) => day >= First && day <= Last;

    public bool Covers(DateTimeOffset moment) => Covers(DateOnly.FromDateTime(moment.DateTime));

    public bool Covers(Fact fact) => Covers(fact.Day);

    public bool Covers(WeekValue week) => week.Week.Monday >= First && week.Week.Sunday <= Last;

    /// <summary>The earlier and the later half; the later has the middle day.</summary>
    public (Period Earlier, Period Later) Halves()
    {
        var middle = First.AddDays((Last.DayNumber - First.DayNumber + 1) / 2);
        return (new(First, middle.AddDays(-1)), new(middle, Last));
    }
}
