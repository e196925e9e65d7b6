using Journal.Reports;

namespace Journal.Tests.Reports.Causes;

/// <summary>Finds what a test asks about in a report.</summary>
internal static class Reading
{
    public static Figure Figure(this Report report, string name, Guid? subject = null) =>
        report.Figures.Single(figure => figure.Name == name && (subject is null || figure.Subject == subject));

    public static Finding Finding(this Report report, string name, Guid? subject = null) =>
        report.Findings.Single(finding => finding.Name == name && (subject is null || finding.Subject == subject));

    public static IReadOnlyList<Finding> Findings(this Report report, string name) => [.. report.Findings.Where(finding => finding.Name == name)];

    public static Table Table(this Report report, string name) => report.Tables.Single(table => table.Name == name);

    /// <summary>One column of a table, from top to bottom.</summary>
    public static IReadOnlyList<string?> Column(this Report report, string table, string column)
    {
        var found = report.Table(table);
        var at = found.Columns.ToList().IndexOf(column);
        Assert.True(at >= 0, $"{table} has no column {column}");
        return [.. found.Rows.Select(row => row.Cells[at])];
    }
}
