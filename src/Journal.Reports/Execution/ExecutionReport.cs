using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>What is done of what was meant, when, at what effort, and what comes in between.</summary>
public static class ExecutionReport
{
    public static ReportKind Kind { get; } = new(
        "execution",
        "What is done of what was clear and planned: action, consistency, speed and follow-through, with delays, changes of plan, misses and their causes.",
        Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        FourNumbers.Write(scope, builder);
        ClaritySection.Write(scope, builder);
        DelaySection.Write(scope, builder);
        FrictionSection.Write(scope, builder);
        NegotiationSection.Write(scope, builder);
        MissSection.Write(scope, builder);
        PostponementSection.Write(scope, builder);
        ReframeSection.Write(scope, builder);
        ScaffoldingSection.Write(scope, builder);
        HeldByEffort.Write(scope, builder);
        LowMotivation.Write(scope, builder);
        PatternSection.Write(scope, builder);
    }
}
