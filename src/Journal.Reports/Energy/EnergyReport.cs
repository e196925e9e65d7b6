using Journal.Reports.Execution;
using Journal.Reports.Figures;
using Journal.Reports.Metrics;

namespace Journal.Reports.Energy;

/// <summary>How the person says they are, beside what is done: levels by phase, volatility, motivation, energy and its trend.</summary>
public static class EnergyReport
{
    public static ReportKind Kind { get; } = new(
        "energy",
        "How energy, motivation, confidence, doubt and frustration go with what is done, how volatile they are, and whether energy holds.",
        Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var scope = Scope.Of(view);
        PhaseSection.Write(scope, sheet);
        VolatilitySection.Write(scope, sheet);
        MotivationSection.Write(scope, sheet);
        HeldByEffort.Write(scope, sheet);
        LowMotivation.Write(scope, sheet);
        LevelSection.Write(scope, sheet);
        FadingSection.Write(scope, sheet);
    }
}
