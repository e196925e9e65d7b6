using Journal.Reports.Execution;
using Journal.Reports.Metrics;

namespace Journal.Reports.Energy;

/// <summary>How the person says they are, beside what is done: levels by phase, volatility, motivation, energy and its trend.</summary>
public static class EnergyReport
{
    public static ReportKind Kind { get; } = new(
        "energy",
        "How energy, motivation, confidence, doubt and frustration go with what is done, how volatile they are, and whether energy holds.",
        Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        PhaseSection.Write(scope, builder);
        VolatilitySection.Write(scope, builder);
        MotivationSection.Write(scope, builder);
        HeldByEffort.Write(scope, builder);
        LowMotivation.Write(scope, builder);
        LevelSection.Write(scope, builder);
        FadingSection.Write(scope, builder);
    }
}
