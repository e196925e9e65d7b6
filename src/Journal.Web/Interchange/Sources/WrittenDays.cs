using System.Globalization;
using System.Text.RegularExpressions;
using Journal.Recording;

namespace Journal.Web.Interchange.Sources;

/// <summary>Days as spreadsheets write them.</summary>
internal static partial class WrittenDays
{
    /// <summary>Whether a cell may be a day.</summary>
    public static bool IsDay(string cell) => Of(cell.Trim(), monthFirst: false) is not null || Of(cell.Trim(), monthFirst: true) is not null;

    /// <summary>Whether days with slashes begin with the month. False where there are none; null where nothing tells.</summary>
    public static bool? MonthFirst(IEnumerable<string> dates)
    {
        var slashed = dates.Select(date => Slashed().Match(date)).Where(match => match.Success).Select(match => (First: Whole(match, 1), Second: Whole(match, 2))).ToList();
        return slashed.Count == 0 || slashed.Any(one => one.First > 12) ? false : slashed.Any(one => one.Second > 12) ? true : null;
    }

    /// <summary>The day of a cell, also with a time behind it; null where it is none.</summary>
    public static DateOnly? Of(string cell, bool monthFirst)
    {
        if (LocalTime.TryParse(cell, out var moment))
            return moment.Day;
        var date = cell.Split(' ', 'T')[0];
        string[] forms = ["yyyy/M/d", "yyyy.M.d", "d.M.yyyy", "yyyyMMdd", monthFirst ? "M/d/yyyy" : "d/M/yyyy"];
        return DateOnly.TryParseExact(date, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static int Whole(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}")]
    private static partial Regex Slashed();
}
