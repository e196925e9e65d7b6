namespace Journal.Reports.Thinking;

/// <summary>What was thought, of what sort, from which beliefs, and whether it supported acting on the aim.</summary>
public static class ThinkingReport
{
    public static ReportKind Kind { get; } = new(
        "thinking", "How opportunities, risks and setbacks were read, from which beliefs, and what outcomes they lead to.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        KindSection.Write(view, builder);
        LinkSection.Write(view, builder);
        CongruenceSection.Write(view, builder);
        SetbackSection.Write(view, builder);
        DialogueSection.Write(view, builder);
        PathSection.Write(view, builder);
    }
}
