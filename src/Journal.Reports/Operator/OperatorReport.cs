using Journal.Reports.Metrics;

namespace Journal.Reports.Operator;

/// <summary>How much rests on the person being there.</summary>
public static class OperatorReport
{
    public static ReportKind Kind { get; } = new(
        "operator", "What runs by itself and what still needs the person: six readings, the bottleneck, calm, and the absence test.", Write)
    {
        Question = "What runs without me?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        AlignedSigns.Write(work, builder);
        OppositeSigns.Write(work, builder);
        OperatorNeed.Write(work, builder);
        OperatorOutlook.Write(work, builder);
    }
}
