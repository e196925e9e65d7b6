using System.Globalization;
using System.Text;

namespace Journal.Reports;

/// <summary>A report as comma-separated values (RFC 4180): one row a figure, finding, point and list row, told apart by the first column.</summary>
public static class ReportCsv
{
    private static readonly string[] Header = ["part", "name", "subject", "label", "value", "unit", "n", "from", "to", "low", "high", "note", "events"];

    /// <summary>Writes the report, its header first.</summary>
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        Line(text, Header);
        foreach (var figure in report.Figures)
            Line(text, "figure", figure.Name, Id(figure.Subject), figure.Label, Number(figure.Value), figure.Unit, Number(figure.N), Day(figure.From), Day(figure.To), Number(figure.Interval?.Low), Number(figure.Interval?.High), figure.Insufficient, Ids(figure.Events));
        foreach (var finding in report.Findings)
            Line(text, "finding", finding.Name, Id(finding.Subject), Text.Word(finding.State), null, null, Number(finding.N), null, null, null, null, string.Join(" Or: ", [finding.Sentence, .. finding.Alternatives]), Ids(finding.Events));
        foreach (var series in report.Series)
            foreach (var point in series.Points)
                Line(text, "point", series.Name, Id(series.Subject), series.Label, Number(point.Value), series.Unit, Number(point.N), Day(point.Day));
        foreach (var table in report.Tables)
            foreach (var row in table.Rows)
                Line(text, "row", table.Name, Id(row.Subject), table.Label, null, null, null, null, null, null, null, string.Join("; ", table.Columns.Zip(row.Cells, (column, cell) => $"{column}={cell}")), Ids(row.Events));
        return text.ToString();
    }

    private static void Line(StringBuilder text, params string?[] cells)
    {
        text.AppendJoin(',', cells.Concat(Enumerable.Repeat((string?)null, Header.Length - cells.Length)).Select(CsvCell.Of)).Append("\r\n");
    }

    private static string? Number(double? value) => value is { } known ? Text.Plain(known) : null;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string? Id(Guid? id) => id?.ToString();

    private static string Ids(IEnumerable<Guid> ids) => string.Join(' ', ids);
}
