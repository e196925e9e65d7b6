using System.Globalization;

namespace Journal.Recording;

/// <summary>
/// A time as people and programs write it: a date (<c>2026-01-05</c>), a local time (<c>2026-01-05T07:30</c>) or an instant with its offset
/// (<c>2026-01-05T07:30:00+01:00</c>, RFC 3339). A time without an offset becomes a point in time only in somebody's zone.
/// </summary>
public readonly record struct LocalTime
{
    private const string DateAlone = "yyyy-MM-dd";
    private const int MostDigits = 9;
    private static readonly string[] Times = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(14);
    private readonly DateTime local;
    private readonly TimeSpan? offset;
    private readonly bool isUtc;

    private LocalTime(DateTime local, TimeSpan? offset, bool isUtc, bool wholeDay) => (this.local, this.offset, this.isUtc, IsWholeDay) = (local, offset, isUtc, wholeDay);

    /// <summary>True when only a date was given.</summary>
    public bool IsWholeDay { get; }

    /// <summary>True when an offset was given, or Z.</summary>
    public bool IsInstant => offset is not null;

    /// <summary>Reads one of the three forms. T and Z may be small letters, T may be a space, and a second has up to nine digits: they are rounded to seven.</summary>
    public static bool TryParse(string? text, out LocalTime moment)
    {
        moment = default;
        if (DateTime.TryParseExact(text, DateAlone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            moment = new(day, null, isUtc: false, wholeDay: true);
        else if (text is [_, _, _, _, _, _, _, _, _, _, 'T' or 't' or ' ', ..] && TryTime(text[..10], text[11..], out var read))
            moment = read;

        // A day away from either end of the calendar, every zone can still say what time it is.
        return moment.local.Year is > 1 and < 9999;
    }

    /// <summary>Noon of a day in a zone.</summary>
    public static DateTimeOffset Noon(DateOnly day, TimeZoneInfo zone) => Resolve(day.ToDateTime(new TimeOnly(12, 0)), zone);

    /// <summary>
    /// The point in time. An offset that was given says which day was lived, wherever the zone is; Z gives none (RFC 9557, section 2), and the time is that of the
    /// zone, as is one without an offset. A date alone stands at local noon.
    /// </summary>
    public DateTimeOffset In(TimeZoneInfo zone) => offset switch
    {
        { } given when isUtc => Local(new DateTimeOffset(local, given), zone),
        { } given => new DateTimeOffset(local, given),
        null => Resolve(IsWholeDay ? local.AddHours(12) : local, zone),
    };

    /// <summary>The date as it was written.</summary>
    public DateOnly Day => DateOnly.FromDateTime(local);

    /// <summary>"As true on": to the end of the day when only a date was given.</summary>
    public ValidTime AsValidTime(TimeZoneInfo zone) => IsWholeDay ? ValidTime.EndOf(Day) : ValidTime.At(Local(In(zone), zone));

    /// <summary>"As known on": the last moment of the day in the zone when only a date was given.</summary>
    public DateTimeOffset AsKnownAt(TimeZoneInfo zone) =>
        IsWholeDay ? Resolve(local.AddDays(1), zone).AddMicroseconds(-1) : Local(In(zone), zone);

    /// <summary>The same instant as the person's clock showed it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone);

    private static bool TryTime(string date, string rest, out LocalTime moment)
    {
        moment = default;
        var (time, offset, isUtc) = Parted(rest);
        var (whole, ticks) = time.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? (time[..at], Ticks(time[(at + 1)..])) : (time, 0);
        if (offset?.Duration() > FarthestOffset || ticks is not { } fraction || (whole.Length != time.Length && whole.Length != "HH:mm:ss".Length)
            || !DateTime.TryParseExact($"{date}T{whole}", Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year == 9999)
        {
            return false;
        }

        moment = new(local.AddTicks(fraction), offset, isUtc, wholeDay: false);
        return true;
    }

    // An offset that cannot be read is farther than any.
    private static (string Time, TimeSpan? Offset, bool IsUtc) Parted(string rest) => rest switch
    {
        [.. var time, 'Z' or 'z'] => (time, TimeSpan.Zero, true),
        [.. var time, '-', '0', '0', ':', '0', '0'] => (time, TimeSpan.Zero, true),
        [.. var time, ('+' or '-') and var sign, _, _, ':', _, _] => (time, Signed(sign, rest[^5..]), false),
        _ => (rest, null, false),
    };

    private static TimeSpan Signed(char sign, string hours) =>
        TimeSpan.TryParseExact(hours, "hh\\:mm", CultureInfo.InvariantCulture, out var offset) ? sign == '-' ? -offset : offset : TimeSpan.MaxValue;

    private static long? Ticks(string digits) => digits.Length is < 1 or > MostDigits || digits.AsSpan().ContainsAnyExceptInRange('0', '9')
        ? null
        : (long)Math.Round(decimal.Parse("0." + digits, CultureInfo.InvariantCulture) * 10_000_000, MidpointRounding.AwayFromZero);

    // A time that the clocks skipped moves on by what they skipped; one that they showed twice is the first of the two.
    private static DateTimeOffset Resolve(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? new(local, zone.GetAmbiguousTimeOffsets(local).Max())
        : Local(new DateTimeOffset(local, zone.GetUtcOffset(local)), zone);
}
