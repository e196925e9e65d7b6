using Journal.Reports;

namespace Journal.Tests.Reports.Effort;

/// <summary>What a test asks a report for.</summary>
internal static class Asking
{
    public static Finding Finding(this Report report, string name) => Assert.Single(report.Findings, finding => finding.Name == name);

    public static void Shows(this Report report, string name, string words) => Says(report, name, FindingState.Found, words);

    public static void ShowsNot(this Report report, string name, string words = "") => Says(report, name, FindingState.NotFound, words);

    public static void CannotTell(this Report report, string name, string words = "insufficient data") => Says(report, name, FindingState.Insufficient, words);

    public static Figure Figure(this Report report, string name) => Assert.Single(report.Figures, figure => figure.Name == name);

    private static void Says(Report report, string name, FindingState state, string words)
    {
        var finding = report.Finding(name);
        Assert.True(finding.State == state && finding.Sentence.Contains(words, StringComparison.Ordinal), $"{finding.State}: {finding.Sentence}");
        if (state == FindingState.Found)
        {
            Assert.NotEmpty(finding.Events);
        }
    }
}
