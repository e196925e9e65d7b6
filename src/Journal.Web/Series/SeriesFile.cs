using System.Globalization;
using System.Text.Json;
using Journal.Recording;
using Journal.Web.Interchange;

namespace Journal.Web.Series;

/// <summary>Reads a series from a file: JSON, or CSV lines of <c>date,value</c> with or without a header.</summary>
public static class SeriesFile
{
    /// <returns>The series, or why there is none: <c>series.invalid</c>, <c>series.days</c>, <c>series.length</c>, <c>series.infinite</c>.</returns>
    /// <exception cref="ImportFailedException"><c>import.nofile</c> or <c>import.unreadable</c>.</exception>
    public static async Task<(DatedSeries? Series, Refusal? Refusal)> ReadAsync(string path, CancellationToken ct)
    {
        var text = await TextAsync(path, ct);
        return text.AsSpan().TrimStart() is ['[' or '{', ..] ? OfJson(text) : OfCsv(text);
    }

    private static async Task<string> TextAsync(string path, CancellationToken ct)
    {
        try
        {
            return File.Exists(path) ? await File.ReadAllTextAsync(path, ct) : throw new ImportFailedException("import.nofile", $"There is no file {path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailedException("import.unreadable", $"The file cannot be read: {e.Message}", e);
        }
    }

    private static (DatedSeries? Series, Refusal? Refusal) OfJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return DatedSeries.Of(document.RootElement);
        }
        catch (JsonException malformed)
        {
            return (null, Refusal.Invalid("series.invalid", $"The file is not JSON: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine}."));
        }
    }

    private static (DatedSeries? Series, Refusal? Refusal) OfCsv(string text)
    {
        var (days, values) = (new List<DateOnly>(), new List<double>());
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var (date, rest) = line.Split(',', 2) is [var first, var second] ? (first.Trim(), second.Trim()) : (line, "?");
            var dated = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            if (!dated && number == 0)
            {
                continue;
            }

            if (!dated || Number(rest) is not { } value)
            {
                return (null, Refusal.Invalid("series.invalid", $"Line {number + 1} is not a date (2025-01-01) and a number; an empty value or null is missing."));
            }

            days.Add(day);
            values.Add(value);
        }

        return DatedSeries.Checked([.. days], [.. values]);
    }

    private static double? Number(string text) =>
        text is "" || text.Equals("null", StringComparison.OrdinalIgnoreCase) ? double.NaN
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : null;
}
