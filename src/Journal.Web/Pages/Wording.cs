using System.Globalization;
using Journal.Practices;
using Journal.Reports;

namespace Journal.Web.Pages;

/// <summary>Days, shares and lengths as the pages word them.</summary>
public static class Wording
{
    /// <summary>As in <c>22 Feb 2016</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.DateTime));

    /// <summary>As in <c>Saturday 28 November</c>.</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>As in <c>22 Feb 2016, 07:30</c>.</summary>
    public static string Moment(DateTimeOffset at) => at.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Hour(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Percent(double share) => Text.Percent(share);

    public static string Percent(double? share) => share is { } known ? Percent(known) : "not known";

    /// <summary>As in <c>1 week</c>, <c>4 weeks</c>.</summary>
    public static string Count(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");

    public static string Number(double value) => Text.Number(value);

    /// <summary>As in <c>done</c>.</summary>
    public static string Word(OutcomeState state) => state == OutcomeState.Finished ? "done" : Text.Word(state);
}
