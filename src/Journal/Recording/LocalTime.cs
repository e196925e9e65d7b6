using System.Globalization;

namespace Journal.Recording;

/// <summary>
/// A time as a person writes it: a date (<c>2026-01-05</c>), a local time (<c>2026-01-05T07:30</c>) or an instant with its offset
/// (<c>2026-01-05T07:30:00+01:00</c>). It becomes a point in time only in somebody's zone.
/// </summary>
public readonly record struct LocalTime
{
    private const string DateAlone = "yyyy-MM-dd";
    private static readonly string[] LocalTimes = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];
    private static readonly string[] Instants = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];
    private readonly DateTime local;
    private readonly TimeSpan? offset;

    private LocalTime(DateTime local, TimeSpan? offset, bool wholeDay) => (this.local, this.offset, IsWholeDay) = (local, offset, wholeDay);

    /// <summary>True when only a date was given.</summary>
    public bool IsWholeDay { get; }

    /// <summary>Reads one of the three forms.</summary>
    public static bool TryParse(string? text, out LocalTime moment)
    {
        var (culture, none) = (CultureInfo.InvariantCulture, DateTimeStyles.None);
        moment = default;
        if (DateTime.TryParseExact(text, DateAlone, culture, none, out var day))
            moment = new(day, null, wholeDay: true);
        else if (DateTime.TryParseExact(text, LocalTimes, culture, none, out var local))
            moment = new(local, null, wholeDay: false);
        else if (DateTimeOffset.TryParseExact(InOffsets(text), Instants, culture, none, out var instant))
            moment = new(instant.DateTime, instant.Offset, wholeDay: false);

        // A day away from either end of the calendar, every zone can still say what time it is.
        return moment.local.Year is > 1 and < 9999;
    }

    /// <summary>The point in time, with the offset that the zone had then. A date alone stands at local noon.</summary>
    public DateTimeOffset In(TimeZoneInfo zone) =>
        offset is { } given ? Local(new DateTimeOffset(local, given), zone)
        : Resolve(IsWholeDay ? local.AddHours(12) : local, zone);

    /// <summary>The date as it was written.</summary>
    public DateOnly Day => DateOnly.FromDateTime(local);

    /// <summary>"As true on": to the end of the day when only a date was given.</summary>
    public ValidTime AsValidTime(TimeZoneInfo zone) => IsWholeDay ? ValidTime.EndOf(Day) : ValidTime.At(In(zone));

    /// <summary>"As known on": the last moment of the day in the zone when only a date was given.</summary>
    public DateTimeOffset AsKnownAt(TimeZoneInfo zone) =>
        IsWholeDay ? Resolve(local.AddDays(1), zone).AddMicroseconds(-1) : In(zone);

    /// <summary>The same instant as the person's clock showed it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone);

    // A time that the clocks skipped moves on by what they skipped; one that they showed twice is the first of the two.
    private static DateTimeOffset Resolve(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? new(local, zone.GetAmbiguousTimeOffsets(local).Max())
        : Local(new DateTimeOffset(local, zone.GetUtcOffset(local)), zone);

    private static string? InOffsets(string? text) => text is [.. var start, 'Z' or 'z'] ? start + "+00:00" : text;
}
