using System.Globalization;

namespace Journal.Reports;

/// <summary>Numbers in sentences and cells, the same in every culture.</summary>
internal static class Phrase
{
    /// <summary>With at most so many decimals, for a sentence.</summary>
    public static string Number(double value, int decimals = 2) =>
        (Math.Round(value, decimals) + 0.0).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);

    /// <summary>With at most four decimals, for a cell.</summary>
    public static string? Cell(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    public static string? Cell(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Cell(bool? value) => value is { } known ? known ? "yes" : "no" : null;

    /// <summary>RFC 3339, to the second.</summary>
    public static string? Cell(DateTimeOffset? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As in <c>30 %</c>.</summary>
    public static string Percent(double share) => $"{Number(share * 100, 0)} %";

    /// <summary>As in <c>+40 %</c>; in words where there was nothing before.</summary>
    public static string Growth(double share) => share switch
    {
        double.PositiveInfinity => "up from nothing",
        >= 0 => "+" + Percent(share),
        _ => Percent(share),
    };

    /// <summary>As in <c>1 week</c>, <c>3 weeks</c>.</summary>
    public static string Count(int n, string one, string? many = null) => $"{n.ToString(CultureInfo.InvariantCulture)} {(n == 1 ? one : many ?? one + "s")}";

    /// <summary>As in <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words switch
    {
        [] => "",
        [var one] => one,
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };
}
