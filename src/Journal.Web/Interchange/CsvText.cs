using Journal.Recording;
using Microsoft.VisualBasic.FileIO;

namespace Journal.Web.Interchange;

/// <summary>Comma-separated values as spreadsheets and exporters write them (RFC 4180), also with semicolons, tabs or bars between them.</summary>
/// <param name="Separator">What stands between two cells.</param>
/// <param name="Rows">Every line that is not blank, with its number from 1.</param>
internal sealed record CsvText(char Separator, IReadOnlyList<(int Line, string[] Cells)> Rows)
{
    private const int Looked = 20;

    // Where a comma is as frequent as another one, it stands within numbers.
    private static readonly char[] Separators = [';', '\t', '|', ','];

    /// <returns>The rows, or why there are none: <c>csv.invalid</c>, with the line.</returns>
    public static (CsvText? Csv, Refusal? Refusal) Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var separator = SeparatorOf(lines.Where(line => !string.IsNullOrWhiteSpace(line)).Take(Looked).ToList());
        using var parser = new TextFieldParser(new StringReader(text)) { TextFieldType = FieldType.Delimited, HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        parser.SetDelimiters(separator.ToString());
        var rows = new List<(int, string[])>();
        try
        {
            while (!parser.EndOfData)
            {
                // The parser passes over blank lines.
                var line = (int)parser.LineNumber;
                while (line <= lines.Length && string.IsNullOrWhiteSpace(lines[line - 1]))
                    line++;
                if (parser.ReadFields() is { } cells)
                    rows.Add((line, cells));
            }
        }
        catch (MalformedLineException malformed)
        {
            return (null, Refusal.Invalid("csv.invalid", $"Line {malformed.LineNumber}: a quote is opened and not closed, or something stands behind the one that closes."));
        }

        return (new(separator, rows), null);
    }

    // A cell may hold lines of its own, in which none stands.
    private static char SeparatorOf(List<string> lines) => Separators.MaxBy(separator => lines.Count(line => Holds(line, separator)));

    private static bool Holds(string line, char separator)
    {
        var quoted = false;
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            if (!quoted && letter == separator)
                return true;
        }

        return false;
    }
}
