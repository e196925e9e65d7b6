using System.Globalization;

namespace Journal.Reports.Thinking;

/// <summary>Calendar months, by their first day.</summary>
internal static class Months
{
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    public static string Word(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static IEnumerable<DateOnly> Range(DateOnly first, DateOnly last)
    {
        for (var month = Of(first); month <= last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
