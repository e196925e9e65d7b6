using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>How decisions are made: how fast, how often gone over, against which standards, how well foreseen, and what is left aside.</summary>
public static class DecisionsReport
{
    public static ReportKind Kind { get; } = new(
        "decisions",
        "How long decisions take, what they are gone over for, how they keep to their standards, and what goes without a decision.",
        Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        LatencySection.Write(scope, builder);
        StandardSection.Write(scope, builder);
        AnalysisSection.Write(scope, builder);
        ReactiveSection.Write(scope, builder);
        CalibrationSection.Write(scope, builder);
        PrioritySection.Write(scope, builder);
        ReadingSection.Write(scope, builder);
        SignalSection.Write(scope, builder);
        FloorSection.Write(scope, builder);
        LoopSection.Write(scope, builder);
    }
}
