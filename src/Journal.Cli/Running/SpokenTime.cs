using System.Globalization;
using System.Text.RegularExpressions;
using Journal.Recording;

namespace Journal.Cli.Running;

/// <summary>Days and times as people say them: today, yesterday, mon, -2d, 07:30, yesterday 07:30. They become what the journal takes everywhere, a date or a local time.</summary>
internal static partial class SpokenTime
{
    public const string Forms = "A time is a date (2026-01-05), a time of today (07:30), both (2026-01-05 07:30), an instant with its offset, or today, yesterday, mon, -2d, -3h, yesterday 07:30.";

    private const int Farthest = 100_000;
    private static readonly string[] Clocks = ["H:mm", "HH:mm", "HH:mm:ss"];

    /// <summary>The text as the journal takes it; as it is where it is none of these.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="now">The present.</param>
    public static string? Read(string? text, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (text is null || LocalTime.TryParse(text, out _))
            return text;
        var local = LocalTime.Local(now, zone).DateTime;
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            ["now"] => Moment(local),
            [var one] when Clock(one) is { } time => Moment(local.Date + time),
            [var one] when Ago(one) is { } ago && ago.Minutes is { } minutes => Moment(local.AddMinutes(-minutes)),
            [var one] when Day(one, local) is { } day => Written(day),
            [var one, var at] when Day(one, local) is { } day && Clock(at) is { } time => Moment(day + time),
            _ => text,
        };
    }

    private static DateTime? Day(string word, DateTime local) => word switch
    {
        "today" => local.Date,
        "yesterday" => local.Date.AddDays(-1),
        "tomorrow" => local.Date.AddDays(1),
        _ when Ago(word) is { Days: { } days } => local.Date.AddDays(-days),
        _ when Weekday(word) is { } weekday => local.Date.AddDays(-(((int)local.DayOfWeek - (int)weekday + 7) % 7)),
        _ => DateTime.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    // The last one, today included.
    private static DayOfWeek? Weekday(string word) => word.Length < 3 ? null : Enum.GetValues<DayOfWeek>()
        .Where(day => day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(day => (DayOfWeek?)day).SingleOrDefault();

    private static TimeSpan? Clock(string word) =>
        TimeOnly.TryParseExact(word, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan() : null;

    private static (int? Days, int? Minutes)? Ago(string word) =>
        Back().Match(word) is { Success: true, Groups: var groups } && int.Parse(groups[1].ValueSpan, CultureInfo.InvariantCulture) is <= Farthest and var number
            ? groups[2].Value switch
            {
                "d" => (number, null),
                "w" => (number * 7, null),
                "h" => (null, number * 60),
                _ => (null, number),
            }
            : null;

    private static string Written(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("^-([0-9]{1,5})([dwhm])$")]
    private static partial Regex Back();
}
