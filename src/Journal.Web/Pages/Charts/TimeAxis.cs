using System.Globalization;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Charts;

/// <summary>Names days below a chart: weeks, months or years, whichever leaves few enough names to read. The weeks drawn are not thinned.</summary>
internal static class TimeAxis
{
    private const int MostNames = 12;
    private const int MostWeeksByName = 9;
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

    public static IEnumerable<Html> Of(WeekScale scale, int top, int height) =>
        Ticks(scale).Select((tick, i) => Tick(scale.At(tick.Day), tick.Name, top, height, i % 2 == 1));

    public static IReadOnlyList<(DateOnly Day, string Name)> Ticks(WeekScale scale)
    {
        if (scale.Weeks <= MostWeeksByName)
            return [.. Enumerable.Range(0, scale.Weeks).Select(week => scale.First.Monday.AddDays(7 * week)).Select(day => (day, Format(day, "d MMM")))];

        var step = Steps.First(months => months == Steps[^1] || scale.Weeks / 4.35 / months <= MostNames);
        return [.. Months(scale, step).Select((month, i) => (month, Name(month, step, isFirst: i == 0)))];
    }

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

    private static Html Tick(double at, string name, int top, int height, bool isMinor) => Html.Of($"""
        <line class="tick" x1="{at:0.##}%" x2="{at:0.##}%" y1="{top + height}" y2="{top + height + 4}"/>
        <text class="axis{(isMinor ? " wide" : "")}" x="{at:0.##}%" y="{top + height + 17}" text-anchor="{Anchor(at)}">{name}</text>
        """);

    private static string Anchor(double at) => at > 94 ? "end" : at < 3 ? "start" : "middle";
}
