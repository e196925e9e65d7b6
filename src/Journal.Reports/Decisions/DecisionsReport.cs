using Journal.Reports.Figures;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>How decisions are made: how fast, how often gone over, against which standards, how well foreseen, and what is left aside.</summary>
public static class DecisionsReport
{
    public static ReportKind Kind { get; } = new(
        "decisions",
        "How long decisions take, what they are gone over for, how they keep to their standards, and what goes without a decision.",
        Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var scope = Scope.Of(view);
        LatencySection.Write(scope, sheet);
        StandardSection.Write(scope, sheet);
        AnalysisSection.Write(scope, sheet);
        ReactiveSection.Write(scope, sheet);
        CalibrationSection.Write(scope, sheet);
        PrioritySection.Write(scope, sheet);
        ReadingSection.Write(scope, sheet);
        SignalSection.Write(scope, sheet);
        FloorSection.Write(scope, sheet);
        LoopSection.Write(scope, sheet);
    }
}
