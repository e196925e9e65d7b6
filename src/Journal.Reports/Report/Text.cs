using System.Globalization;
using System.Text.Json;

namespace Journal.Reports;

/// <summary>Numbers, days and words in sentences and cells, the same in every form of a report and in every culture.</summary>
public static class Text
{
    private const string Unknown = "unknown";

    /// <summary>With at most so many decimals, for a sentence.</summary>
    /// <remarks>What would be rounded to nothing is told to its first two digits.</remarks>
    public static string Number(double? value, int decimals = 2) => value switch
    {
        null => Unknown,
        { } known when Math.Round(known, decimals) == 0 && known != 0 && double.IsFinite(known) => Plain(double.Parse(known.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        { } known => (Math.Round(known, decimals) + 0.0).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture),
    };

    /// <summary>Every digit of a number, as a person writes it: never with an exponent.</summary>
    public static string Plain(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (shortest.Split('E') is not [var mantissa, var exponent])
            return shortest;
        var (sign, digits) = mantissa.StartsWith('-') ? ("-", mantissa[1..]) : ("", mantissa);
        var point = (digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at : digits.Length) + int.Parse(exponent, CultureInfo.InvariantCulture);
        digits = digits.Replace(".", "", StringComparison.Ordinal);
        return point <= 0 ? $"{sign}0.{new string('0', -point)}{digits}"
            : point >= digits.Length ? sign + digits + new string('0', point - digits.Length)
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    /// <summary>As in <c>30 %</c>.</summary>
    public static string Percent(double? share, int decimals = 0) =>
        share is { } known ? $"{Number(Math.Round(known * 100, decimals, MidpointRounding.AwayFromZero) is 0 ? known * 100 : Math.Round(known * 100, decimals, MidpointRounding.AwayFromZero), decimals)} %" : Unknown;

    /// <summary>As in <c>+40 %</c>; in words where there was nothing before.</summary>
    public static string Growth(double? share) => share switch
    {
        double.PositiveInfinity => "up from nothing",
        >= 0 => "+" + Percent(share),
        _ => Percent(share),
    };

    /// <summary>As in <c>1 week</c>, <c>3 weeks</c>.</summary>
    public static string Count(int n, string one, string? many = null) => $"{Cell(n)} {(n == 1 ? one : many ?? one + "s")}";

    /// <summary>As in <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words switch
    {
        [] => "",
        [var one] => one,
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>As in <c>2026-01-05</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    /// <summary>The day it was where it was lived.</summary>
    public static string? Day(DateTimeOffset? moment) => moment is { } known ? Day(DateOnly.FromDateTime(known.DateTime)) : null;

    /// <summary>As in <c>5 January 2026</c>.</summary>
    public static string LongDay(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The word of an enumeration, as programs see it.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>With at most four decimals, for a cell.</summary>
    public static string? Cell(double? value) => value is { } known ? Number(known, 4) : null;

    public static string? Cell(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Cell(bool? value) => value is { } known ? known ? "yes" : "no" : null;

    public static string? Cell(DateOnly? day) => Day(day);

    public static string? Cell(Guid? id) => id?.ToString();

    public static string? Cell(Enum? value) => value is null ? null : Word(value);

    /// <summary>RFC 3339, to the second.</summary>
    public static string? Cell(DateTimeOffset? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A figure's value with its unit, or a dash where there is none.</summary>
    public static string Value(Figure figure) => Value(figure.Value, figure.Unit);

    /// <summary>A value with its unit: shares as percent, counts without one.</summary>
    public static string Value(double? value, string unit) => (value, unit) switch
    {
        (null, _) => "–",
        (_, "share") => Percent(value, 1),
        (_, "count") => Number(value),
        _ => $"{Number(value)} {unit}",
    };

    /// <summary>What stands behind a figure: its interval and how many observations, or what is missing.</summary>
    public static string Rest(Figure figure) => figure switch
    {
        { Insufficient: { } missing } => missing,
        { Interval: { } interval } => $"{Value(interval.Low, figure.Unit)} to {Value(interval.High, figure.Unit)} with {Percent(interval.Certainty)} certainty, n {figure.N}",
        _ => $"n {figure.N}",
    };
}
