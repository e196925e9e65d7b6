using System.Globalization;
using System.Text.Json;

namespace Journal.Reports;

/// <summary>Figures in words, as every form of a report that is read by people has them.</summary>
public static class Words
{
    /// <summary>A value of an enum as programs see it.</summary>
    public static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>A figure's value with its unit, or a dash where there is none.</summary>
    public static string Value(Figure figure) => Value(figure.Value, figure.Unit);

    /// <summary>A value with its unit: shares as percent, counts without one.</summary>
    public static string Value(double? value, string unit) => (value, unit) switch
    {
        (null, _) => "–",
        ({ } share, "share") => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#}%"),
        ({ } number, "count") => string.Create(CultureInfo.InvariantCulture, $"{number:0.##}"),
        ({ } number, _) => string.Create(CultureInfo.InvariantCulture, $"{number:0.##} {unit}"),
    };

    /// <summary>What stands behind a figure: its interval and how many observations, or what is missing.</summary>
    public static string Rest(Figure figure) => figure switch
    {
        { Insufficient: { } missing } => missing,
        { Interval: { } interval } => string.Create(CultureInfo.InvariantCulture, $"{Value(interval.Low, figure.Unit)} to {Value(interval.High, figure.Unit)} with {100 * interval.Certainty:0}% certainty, n {figure.N}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"n {figure.N}"),
    };
}
