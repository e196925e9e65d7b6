using Journal.Reports.Work;

namespace Journal.Reports.Effort;

/// <summary>What effort goes in, what comes out of it, and whether it is structure or strain that carries it.</summary>
public static class EffortReport
{
    public static ReportKind Kind { get; } = new(
        "effort", "Whether more effort brings more: steadiness, output, compression, simpler processes, focus and precision.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        builder.Add(WeekValue.Chart("hours", "Hours of work by week", "hours", work.Weeks.Hours));
        builder.Add(WeekValue.Chart("output", "Output by week", "amount", work.Weeks.Output));
        Steadiness.Write(work, builder);
        Substance.Write(work, builder);
        Simplification.Write(work, builder);
        OutputGrowth.Write(work, builder);
        OutputCurve.Write(work, builder);
        Compressions.Write(work, builder);
        TopicDrift.Write(work, builder);
        TimeModes.Write(work, builder);
        Precision.Write(work, builder);
    }
}
