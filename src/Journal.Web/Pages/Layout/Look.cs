namespace Journal.Web.Pages.Layout;

/// <summary>How a browser shows the pages: kept in a cookie, so that a page comes as it is wanted, without a script, and each device has its own.</summary>
/// <param name="Theme">dark or light; null for what the device is set to.</param>
/// <param name="FirstDay">The day that weeks are shown from. Figures are by ISO weeks, whatever it is.</param>
public sealed record Look(string? Theme, DayOfWeek FirstDay)
{
    private const string Name = "__Host-look";
    private static readonly Look Usual = new(null, DayOfWeek.Monday);

    /// <summary>Themes to choose from, by their words.</summary>
    public static IReadOnlyList<(string Word, string Name)> Themes { get; } = [("", "as the device"), ("light", "light"), ("dark", "dark")];

    /// <summary>First days to choose from, by their words.</summary>
    public static IReadOnlyList<(string Word, string Name)> Days { get; } = [("monday", "Monday"), ("saturday", "Saturday"), ("sunday", "Sunday")];

    public string FirstDayWord => FirstDay.ToString().ToLowerInvariant();

    /// <summary>What a browser chose; the usual where it chose nothing.</summary>
    public static Look Of(HttpContext? http) => http?.Request.Cookies[Name] is { } kept && kept.Split('.') is [var theme, var day] ? Of(theme, day) : Usual;

    /// <summary>Of what a form holds. A word that is none means the usual.</summary>
    internal static Look Of(string? theme, string? day) => new(
        theme is "dark" or "light" ? theme : null,
        day switch
        {
            "saturday" => DayOfWeek.Saturday,
            "sunday" => DayOfWeek.Sunday,
            _ => DayOfWeek.Monday,
        });

    internal void Keep(HttpResponse response) => response.Cookies.Append(
        Name, $"{Theme}.{FirstDayWord}", new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
}
