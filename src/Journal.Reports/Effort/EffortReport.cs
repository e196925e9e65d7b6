using Journal.Reports.Figures;
using Journal.Reports.Work;

namespace Journal.Reports.Effort;

/// <summary>What effort goes in, what comes out of it, and whether it is structure or strain that carries it.</summary>
public static class EffortReport
{
    public static ReportKind Kind { get; } = new(
        "effort", "Whether more effort brings more: steadiness, output, compression, simpler processes, focus and precision.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var work = WorkRecords.Of(view);
        sheet.Add(WeekValue.Chart("hours", "Hours of work by week", "hours", work.Weeks.Hours));
        sheet.Add(WeekValue.Chart("output", "Output by week", "amount", work.Weeks.Output));
        Steadiness.Write(work, sheet);
        Substance.Write(work, sheet);
        Simplification.Write(work, sheet);
        OutputGrowth.Write(work, sheet);
        OutputCurve.Write(work, sheet);
        Compressions.Write(work, sheet);
        TopicDrift.Write(work, sheet);
        TimeModes.Write(work, sheet);
        Precision.Write(work, sheet);
    }
}
