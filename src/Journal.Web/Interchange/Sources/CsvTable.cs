using System.Globalization;

namespace Journal.Web.Interchange.Sources;

/// <summary>A row under a header: its cells by the names of their columns, small and capital letters alike.</summary>
internal sealed class CsvTable
{
    private readonly IReadOnlyList<string> header;
    private readonly Dictionary<string, int> columns;
    private readonly string[] cells;

    private CsvTable(IReadOnlyList<string> header, Dictionary<string, int> columns, int line, string[] cells) => (this.header, this.columns, Line, this.cells) = (header, columns, line, cells);

    public int Line { get; }

    public string Place => string.Create(CultureInfo.InvariantCulture, $"line {Line}");

    /// <summary>A cell; empty where there is none.</summary>
    public string this[string column] => columns.TryGetValue(column, out var i) && i < cells.Length ? cells[i] : "";

    public long? Whole(string column) => long.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    public double? Number(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The row as it stood, as one JSON object.</summary>
    public string Verbatim() => JsonFields.Row(header, cells);

    /// <summary>Every row below the first.</summary>
    public static IEnumerable<CsvTable> Read(SourceEntry entry, char separator)
    {
        using var text = entry.OpenText();
        IReadOnlyList<string>? header = null;
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, cells) in CsvRows.Read(text, separator))
        {
            if (header is null)
            {
                header = cells;
                foreach (var (i, name) in cells.Index())
                    columns.TryAdd(name, i);
            }
            else
            {
                yield return new(header, columns, line, cells);
            }
        }
    }
}
