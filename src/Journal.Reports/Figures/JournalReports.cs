namespace Journal.Reports.Figures;

/// <summary>Every report of this shape.</summary>
public static class JournalReports
{
    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<ReportKind> All { get; } =
    [
        Effort.EffortReport.Kind,
        CleanExecution.CleanReport.Kind,
        Operator.OperatorReport.Kind,
        Growth.GrowthReport.Kind,
        Marker.MarkerReport.Kind,
    ];

    public static ReportKind? Find(string name) => All.FirstOrDefault(report => string.Equals(report.Name, name, StringComparison.OrdinalIgnoreCase));
}
