using Journal.Reports.Figures;
using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>What growing did: to steadiness, to communication, to decisions, and what was tried about it.</summary>
public static class GrowthReport
{
    public static ReportKind Kind { get; } = new(
        "growth", "What follows a rise in output, team or opportunities, whether amplifiers met a stable ground, and which response helped.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var work = WorkRecords.Of(view);
        Collapse.Write(work, sheet);
        TeamGrowth.Write(work, sheet);
        DecisionFatigue.Write(work, sheet);
        Amplifiers.Write(work, sheet);
        Order.Write(work, sheet);
        Friction.Write(work, sheet);
        Responses.Write(work, sheet);
    }
}
