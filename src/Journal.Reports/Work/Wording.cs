using System.Globalization;

namespace Journal.Reports.Work;

/// <summary>Figures within sentences, the same in every culture.</summary>
internal static class Wording
{
    /// <summary>As in <c>40 %</c>.</summary>
    public static string Percent(double share) => $"{Number(share * 100, 0)} %";

    /// <summary>As in <c>+40 %</c>; in words where there was nothing before.</summary>
    public static string Growth(double share) => share switch
    {
        double.PositiveInfinity => "up from nothing",
        >= 0 => "+" + Percent(share),
        _ => Percent(share),
    };

    /// <summary>At most so many decimals.</summary>
    public static string Number(double value, int decimals = 2) =>
        (Math.Round(value, decimals) + 0.0).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);

    /// <summary>As in <c>2026-01-05</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>As in <c>1 run</c>, <c>3 runs</c>.</summary>
    public static string Count(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n} {noun}{(n == 1 ? "" : "s")}");

    /// <summary>As in <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words switch
    {
        [] => "",
        [var one] => one,
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };
}
