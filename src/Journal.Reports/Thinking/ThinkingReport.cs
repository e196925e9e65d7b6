using Journal.Reports.Figures;

namespace Journal.Reports.Thinking;

/// <summary>What was thought, of what sort, from which beliefs, and whether it supported acting on the aim.</summary>
public static class ThinkingReport
{
    public static ReportKind Kind { get; } = new(
        "thinking", "How opportunities, risks and setbacks were read, from which beliefs, and what outcomes they lead to.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        KindSection.Write(view, sheet);
        LinkSection.Write(view, sheet);
        CongruenceSection.Write(view, sheet);
        SetbackSection.Write(view, sheet);
        DialogueSection.Write(view, sheet);
        PathSection.Write(view, sheet);
    }
}
