using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>What growing did: to steadiness, to communication, to decisions, and what was tried about it.</summary>
public static class GrowthReport
{
    public static ReportKind Kind { get; } = new(
        "growth", "What follows a rise in output, team or opportunities, whether amplifiers met a stable ground, and which response helped.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        Collapse.Write(work, builder);
        TeamGrowth.Write(work, builder);
        DecisionFatigue.Write(work, builder);
        Amplifiers.Write(work, builder);
        Order.Write(work, builder);
        Friction.Write(work, builder);
        Responses.Write(work, builder);
    }
}
