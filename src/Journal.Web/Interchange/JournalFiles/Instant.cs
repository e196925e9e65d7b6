using Journal.Recording;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>RFC 3339 times, the offset always given.</summary>
internal static class Instant
{
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        var isInstant = LocalTime.TryParse(text, out var moment) && moment.IsInstant;
        instant = isInstant ? moment.In(TimeZoneInfo.Utc) : default;
        return isInstant;
    }
}
