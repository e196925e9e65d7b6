using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Journal.Web.Interchange.Sources;

/// <summary>Comma-separated values as spreadsheets and exporters write them (RFC 4180), also with semicolons, tabs or bars between them; one row at a time.</summary>
internal static class CsvRows
{
    private const int Looked = 20;
    private const int MostRows = 2_000_000;
    private const int MostCells = 1_000;
    private const int LongestCell = 1 << 20;

    // Where a comma is as frequent as another one, it stands within numbers.
    private static readonly char[] Separators = [';', '\t', '|', ','];

    /// <summary>Every line that is not blank, with its number from 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between two cells.</param>
    /// <exception cref="ImportFailedException"><c>csv.invalid</c> or <c>import.size</c>.</exception>
    public static IEnumerable<(int Line, string[] Cells)> Read(TextReader text, char separator)
    {
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = Refuse,
            MaxFieldSize = LongestCell,
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
            DetectDelimiter = false,
        });
        var rows = 0;
        while (Next(parser))
        {
            var cells = parser.Record!;
            if (cells.Length == 1 && cells[0].Length == 0)
                continue;
            if (++rows > MostRows)
                throw new ImportFailedException("import.size", $"The file has more than {MostRows} rows.");
            if (cells.Length > MostCells)
                throw new ImportFailedException("import.size", $"Line {parser.RawRow}: it has more than {MostCells} cells.");
            yield return (LineOf(parser), cells);
        }
    }

    /// <summary>What most likely stands between the cells of a text that begins so.</summary>
    public static char SeparatorOf(string head)
    {
        var lines = head.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Take(Looked).ToList();

        // A cell may hold lines of its own, in which none stands.
        return Separators.MaxBy(separator => lines.Count(line => Holds(line, separator)));
    }

    /// <summary>The cells of the first line of a text that begins so; none where it has none that can be read.</summary>
    public static string[] Header(string head)
    {
        try
        {
            using var text = new StringReader(head);
            return Read(text, SeparatorOf(head)).Select(row => row.Cells).FirstOrDefault([]);
        }
        catch (ImportFailedException)
        {
            // It is no such text, then.
            return [];
        }
    }

    internal static ImportFailedException Malformed(int line) =>
        new("csv.invalid", $"Line {line}: a quote is opened and not closed, or something stands behind the one that closes.");

    private static bool Next(CsvParser parser)
    {
        try
        {
            if (!parser.Read())
                return false;
        }
        catch (MaxFieldSizeException)
        {
            // What is opened and never closed runs to the end, too.
            throw new ImportFailedException("csv.invalid", $"Line {parser.RawRow}: a cell is longer than {LongestCell} characters, or a quote is opened and not closed.");
        }

        // The parser takes the end of the text for the end of a cell that was never closed.
        return IsClosed(parser.RawRecord, parser.Delimiter) ? true : throw Malformed(LineOf(parser));
    }

    // Odd quotes are no fault within a cell that is not quoted itself, such as 5" of rain.
    private static bool IsClosed(string raw, string separator)
    {
        if (raw.Count(letter => letter == '"') % 2 == 0)
            return true;
        var (quoted, start) = (false, true);
        for (var i = 0; i < raw.Length; i++)
        {
            if (quoted)
            {
                if (raw[i] == '"' && i + 1 < raw.Length && raw[i + 1] == '"')
                    i++;
                else if (raw[i] == '"')
                    quoted = false;
            }
            else if (raw[i] == '"' && start)
            {
                quoted = true;
            }

            start = !quoted && (raw[i] == separator[0] || (start && raw[i] == ' '));
        }

        return !quoted;
    }

    private static void Refuse(BadDataFoundArgs bad)
    {
        if (bad.Field.TrimStart().StartsWith('"'))
            throw Malformed(LineOf(bad.Context.Parser!));
    }

    // The line it begins on. The end of its last line is none of its own, unless that stands in a cell that was never closed.
    private static int LineOf(IParser parser)
    {
        var raw = IsClosed(parser.RawRecord, parser.Delimiter) ? parser.RawRecord.TrimEnd('\r', '\n') : parser.RawRecord;
        return parser.RawRow - raw.Count(letter => letter == '\n');
    }

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
