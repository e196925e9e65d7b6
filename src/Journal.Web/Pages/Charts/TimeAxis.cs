using System.Globalization;

namespace Journal.Web.Pages.Charts;

/// <summary>Names days below a chart: weeks, months or years, whichever leaves few enough names to read. The weeks drawn are not thinned.</summary>
internal static class TimeAxis
{
    private const int MostNames = 12;
    private const int MostWeeksByName = 9;
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

    public static IReadOnlyList<(DateOnly Day, string Name)> Ticks(WeekScale scale)
    {
        if (scale.Weeks <= MostWeeksByName)
            return [.. Enumerable.Range(0, scale.Weeks).Select(week => scale.First.Monday.AddDays(7 * week)).Select(day => (day, Format(day, "d MMM")))];

        var step = Steps.First(months => months == Steps[^1] || scale.Weeks / 4.35 / months <= MostNames);
        return [.. Months(scale, step).Select((month, i) => (month, Name(month, step, isFirst: i == 0)))];
    }

    public static string Anchor(double at) => at > 94 ? "end" : at < 3 ? "start" : "middle";

    private static IEnumerable<DateOnly> Months(WeekScale scale, int step)
    {
        var first = scale.First.Monday;
        for (var month = new DateOnly(first.Year, first.Month, 1); month < scale.End; month = month.AddMonths(1))
        {
            if (month >= first && ((month.Year * 12) + month.Month - 1) % step == 0)
                yield return month;
        }
    }

    private static string Name(DateOnly month, int step, bool isFirst) =>
        month.Month == 1 ? Format(month, "yyyy") : Format(month, isFirst && step < 12 ? "MMM yyyy" : "MMM");

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
