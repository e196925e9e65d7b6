using Journal.Reports.Alignment;
using Journal.Reports.Cycles;

namespace Journal.Reports;

/// <summary>Every report in the common shape: what can be compared, explained, replayed and asked "what if".</summary>
public static class EveryReport
{
    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<ReportKind> All { get; } = [AlignmentFigures.Kind, CyclesFigures.Kind, .. JournalReports.All];

    public static ReportKind? Find(string name) => All.FirstOrDefault(report => string.Equals(report.Name, name, StringComparison.OrdinalIgnoreCase));
}
