using System.Text.RegularExpressions;
using Journal.Recording;
using Journal.Web.Interchange;
using Journal.Web.Interchange.Sources;

namespace Journal.Web.Series;

/// <summary>A series in comma-separated values: the first column of dates, and of numbers the one called value, else the first.</summary>
internal static partial class SeriesCsv
{
    private static readonly string[] Missing = ["", "null", "na", "n/a", "nan", "-"];

    /// <returns>The series, or why there is none: <c>csv.invalid</c>, <c>series.invalid</c>, <c>series.days</c>, <c>series.length</c>, <c>series.infinite</c>.</returns>
    public static (DatedSeries? Series, Refusal? Refusal) Read(string text)
    {
        var (csv, malformed) = CsvText.Read(text);
        if (csv is null)
            return (null, malformed);
        if (csv.Rows.Count == 0)
            return (null, Refusal.Invalid("series.invalid", "The file has no lines."));

        // What stands above the first date is a header.
        var first = csv.Rows.Index().Select(row => (row.Index, Column: Array.FindIndex(row.Item.Cells, WrittenDays.IsDay))).Where(row => row.Column >= 0).FirstOrDefault((Index: -1, Column: -1));
        if (first.Index is < 0 or > 1)
            return (null, At(csv.Rows[Math.Min(1, csv.Rows.Count - 1)].Line, 1, "no cell of it is a date (2025-01-01, 2025-01-01 07:30 or 31.01.2025)"));
        var rows = csv.Rows.Skip(first.Index).ToList();
        var header = first.Index > 0 ? csv.Rows[0].Cells : [];
        var value = Column(header, rows, first.Column, csv.Separator);
        if (value < 0)
            return (null, At(rows[0].Line, first.Column + 2, "no cell beside the date is a number"));
        var isMonthFirst = WrittenDays.MonthFirst(rows.Select(row => Cell(row.Cells, first.Column)));
        return isMonthFirst is { } order
            ? Read(rows, first.Column, value, order, csv.Separator)
            : (null, At(rows[0].Line, first.Column + 1, "day and month cannot be told apart in any of the dates; write them as 2025-01-31"));
    }

    private static (DatedSeries? Series, Refusal? Refusal) Read(List<(int Line, string[] Cells)> rows, int date, int value, bool monthFirst, char separator)
    {
        var (days, values) = (new List<DateOnly>(rows.Count), new List<double>(rows.Count));
        foreach (var (line, cells) in rows)
        {
            if (WrittenDays.Of(Cell(cells, date), monthFirst) is not { } day)
                return (null, At(line, date + 1, "it is not a date, such as 2025-01-31"));
            if (Number(Cell(cells, value), separator) is not { } number)
                return (null, At(line, value + 1, "it is not a number; an empty cell or null is missing"));
            days.Add(day);
            values.Add(number);
        }

        // Many write the newest first.
        if (days.Count > 1 && days[0] > days[^1])
        {
            days.Reverse();
            values.Reverse();
            rows.Reverse();
        }

        var wrong = Enumerable.Range(1, Math.Max(0, days.Count - 1)).FirstOrDefault(i => days[i] <= days[i - 1]);
        return wrong == 0
            ? DatedSeries.Checked([.. days], [.. values])
            : (null, Refusal.Invalid("series.days", $"Line {rows[wrong].Line}, column {date + 1}: {(days[wrong] == days[wrong - 1] ? "the same day comes twice" : "the day is not in order")}."));
    }

    private static int Column(string[] header, List<(int Line, string[] Cells)> rows, int date, char separator)
    {
        var named = Array.FindIndex(header, name => name.Trim().Equals("value", StringComparison.OrdinalIgnoreCase));
        if (named >= 0 && named != date)
            return named;
        var columns = Enumerable.Range(0, rows.Max(row => row.Cells.Length)).Where(column => column != date).ToList();

        // A column with a number in it, and if there is none, one that holds nothing.
        return columns.Where(column => rows.Any(row => Number(Cell(row.Cells, column), separator) is { } number && !double.IsNaN(number))
                && rows.All(row => !Clock().IsMatch(Cell(row.Cells, column))))
            .Concat(columns.Where(column => rows.All(row => Number(Cell(row.Cells, column), separator) is not null)))
            .FirstOrDefault(-1);
    }

    private static string Cell(string[] cells, int column) => column < cells.Length ? cells[column].Trim() : "";

    private static double? Number(string cell, char separator) => Missing.Contains(cell, StringComparer.OrdinalIgnoreCase) ? double.NaN : WrittenNumbers.Of(cell, separator);

    private static Refusal At(int line, int column, string what) => Refusal.Invalid("series.invalid", $"Line {line}, column {column}: {what}.");

    [GeneratedRegex("^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$")]
    private static partial Regex Clock();
}
