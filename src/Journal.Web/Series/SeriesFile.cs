using System.Text;
using System.Text.Json;
using Journal.Recording;
using Journal.Web.Interchange;

namespace Journal.Web.Series;

/// <summary>Reads a series from a file: JSON, or CSV with a column of dates and one of numbers, with or without a header.</summary>
public static class SeriesFile
{
    private const long MostBytes = 256L << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The series, or why there is none: <c>series.invalid</c>, <c>series.days</c>, <c>series.length</c>, <c>series.infinite</c>, <c>text.encoding</c>, <c>csv.invalid</c>.</returns>
    /// <exception cref="ImportFailedException"><c>import.nofile</c>, <c>import.unreadable</c> or <c>import.size</c>.</exception>
    public static async Task<(DatedSeries? Series, Refusal? Refusal)> ReadAsync(string path, CancellationToken ct)
    {
        var (text, refusal) = await TextAsync(path, ct);
        return text is null ? (null, refusal) : text.AsSpan().TrimStart() is ['[' or '{', ..] ? OfJson(text) : SeriesCsv.Read(text);
    }

    private static async Task<(string? Text, Refusal? Refusal)> TextAsync(string path, CancellationToken ct)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(PlainFile.Find(path, MostBytes), ct);
            return (Strict.GetString(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, Refusal.Invalid("text.encoding", "The file is not UTF-8. iconv -t UTF-8 makes it so."));
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
}
