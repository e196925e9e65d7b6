using Journal.Reports.Figures;
using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>What is done of what was meant, when, at what effort, and what comes in between.</summary>
public static class ExecutionReport
{
    public static ReportKind Kind { get; } = new(
        "execution",
        "What is done of what was clear and planned: action, consistency, speed and follow-through, with delays, changes of plan, misses and their causes.",
        Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var scope = Scope.Of(view);
        FourNumbers.Write(scope, sheet);
        ClaritySection.Write(scope, sheet);
        DelaySection.Write(scope, sheet);
        FrictionSection.Write(scope, sheet);
        NegotiationSection.Write(scope, sheet);
        MissSection.Write(scope, sheet);
        PostponementSection.Write(scope, sheet);
        ReframeSection.Write(scope, sheet);
        ScaffoldingSection.Write(scope, sheet);
        HeldByEffort.Write(scope, sheet);
        LowMotivation.Write(scope, sheet);
        PatternSection.Write(scope, sheet);
    }
}
