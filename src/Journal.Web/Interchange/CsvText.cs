using Journal.Recording;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Interchange;

/// <summary>Comma-separated values that are small enough to be held.</summary>
/// <param name="Separator">What stands between two cells.</param>
/// <param name="Rows">Every line that is not blank, with its number from 1.</param>
internal sealed record CsvText(char Separator, IReadOnlyList<(int Line, string[] Cells)> Rows)
{
    private const int Head = 1 << 16;

    /// <returns>The rows, or why there are none: <c>csv.invalid</c>, with the line.</returns>
    public static (CsvText? Csv, Refusal? Refusal) Read(string text)
    {
        var separator = CsvRows.SeparatorOf(text.Length > Head ? text[..Head] : text);
        using var reader = new StringReader(text);
        try
        {
            return (new(separator, [.. CsvRows.Read(reader, separator)]), null);
        }
        catch (ImportFailedException failed)
        {
            return (null, Refusal.Invalid(failed.Code, failed.Message));
        }
    }
}
