using System.Globalization;

namespace Journal.Reports;

/// <summary>A cell of comma-separated values (RFC 4180). Text that a spreadsheet would take for a formula begins with an apostrophe.</summary>
public static class CsvCell
{
    public static string Of(string? value) => value switch
    {
        null => "",
        ['=' or '+' or '@' or '\t' or '\r', ..] => Quoted("'" + value),
        ['-', ..] when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => Quoted("'" + value),
        _ when value.AsSpan().ContainsAny(",\"\r\n") => Quoted(value),
        _ => value,
    };

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
