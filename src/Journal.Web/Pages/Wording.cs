using System.Globalization;
using Journal.Reports;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages;

/// <summary>Days, shares and lengths as the pages word them.</summary>
internal static class Wording
{
    public static Html Time(DateOnly day) => Html.Of($"""<time datetime="{day:yyyy-MM-dd}">{Day(day)}</time>""");

    public static Html Time(DateTimeOffset at) => Html.Of($"""<time datetime="{at:yyyy-MM-ddTHH:mm:sszzz}">{at:d MMM yyyy, HH:mm}</time>""");

    /// <summary>As in <c>22 Feb 2016</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Percent(double share) => Text.Percent(share);

    public static string Percent(double? share) => share is { } known ? Percent(known) : "not known";

    /// <summary>As in <c>1 week</c>, <c>4 weeks</c>.</summary>
    public static string Count(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");

    public static string Number(double value) => Text.Number(value);
}
