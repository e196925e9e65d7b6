using Journal.Reports;
using Journal.Reports.CleanExecution;
using Journal.Reports.Effort;
using Journal.Reports.Growth;
using Journal.Reports.Marker;
using Journal.Reports.Operator;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Growth;

public sealed class AnEmptyJournal
{
    public static TheoryData<string> Names => ["effort", "clean", "operator", "growth", "marker"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_is_missing_and_no_number(string name)
    {
        var report = new RecordedWork().Of(AllReports.Find(name)!, 27);
        Assert.NotNull(report.Insufficient);
        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, finding => Assert.Equal(FindingState.Insufficient, finding.State));
        Assert.All(report.Figures, figure => Assert.Null(figure.Value));
    }

    [Fact]
    public void Has_five_reports_that_are_found_by_name() =>
        Assert.All(new[] { EffortReport.Kind, CleanReport.Kind, OperatorReport.Kind, GrowthReport.Kind, MarkerReport.Kind }, kind => Assert.Same(kind, AllReports.Find(kind.Name)));
}
