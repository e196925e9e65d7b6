using System.Globalization;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>RFC 3339 times, the offset always given.</summary>
internal static class Instant
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static bool TryParse(string? text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text is [.. var start, 'Z'] ? start + "+00:00" : text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
}
