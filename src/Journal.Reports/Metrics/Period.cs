using Journal.Facts;
using Journal.Reports.Weeks;

namespace Journal.Reports.Metrics;

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

/// <summary>Records by their days, so that a week is found without looking at all years.</summary>
internal sealed class ByDay<T>
{
    private readonly T[] records;
    private readonly DateOnly[] days;

    /// <param name="all">In an order that is kept within a day.</param>
    public ByDay(IEnumerable<T> all, Func<T, DateOnly> day)
    {
        records = [.. all.OrderBy(day)];
        days = [.. records.Select(day)];
    }

    /// <summary>Those of a period, by day.</summary>
    public ArraySegment<T> Of(Period period)
    {
        var (from, to) = (Before(period.First), Before(period.Last.AddDays(1)));
        return new(records, from, Math.Max(0, to - from));
    }

    private int Before(DateOnly day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = days[middle] < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>What one week says of something.</summary>
/// <param name="Value">Null where the week is not known, which is not 0.</param>
/// <param name="N">How many records it rests on.</param>
internal sealed record WeekValue(IsoWeek Week, double? Value, int N, IReadOnlyList<Guid> Events)
{
    /// <summary>The weeks as points of a chart.</summary>
    public static Series Chart(string name, string label, string unit, IEnumerable<WeekValue> weeks) =>
        new(name, label, unit, null, [.. weeks.Select(week => new Point(week.Week.Monday, week.Value, week.N))]);
}
