namespace Journal.Reports.Phases;

/// <summary>
/// Momentum, hesitation, avoidance, inconsistency: the phases of each practice's progress, what was not observed of them, and what else would explain it.
/// Beside the weekly rules it shows what the statistical detector finds in the same days.
/// </summary>
public static class PhasesReport
{
    public static ReportKind Kind { get; } = new(
        "phases", "Through which phases progress went in each practice, and what else would explain it.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var around = view.Part(seen => new Surroundings(seen));
        var courses = Course.Of(view);
        PhaseSection.Write(view, builder, courses);
        MethodSection.Write(around, builder, courses);
    }
}
