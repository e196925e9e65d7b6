using Journal.Reports;

namespace Journal.Tests.Reports;

/// <summary>Parts of a report by name.</summary>
internal static class ReportReading
{
    public static Figure Figure(this Report report, string name, Guid? subject = null) =>
        Assert.Single(report.Figures, figure => figure.Name == name && (subject is null || figure.Subject == subject));

    public static Finding Finding(this Report report, string name, Guid? subject = null) =>
        Assert.Single(report.Findings, finding => finding.Name == name && (subject is null || finding.Subject == subject));

    public static FindingState State(this Report report, string name, Guid? subject = null) => report.Finding(name, subject).State;

    public static Table Table(this Report report, string name) => Assert.Single(report.Tables, table => table.Name == name);

    /// <summary>One column of a table, row by row.</summary>
    public static IReadOnlyList<string?> Column(this Table table, string column) => [.. table.Rows.Select(row => row.Cells[table.Columns.ToList().IndexOf(column)])];
}
