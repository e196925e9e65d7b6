using Journal.Reports.Causes;

namespace Journal.Reports.Contradictions;

/// <summary>Where a belief stands against an aim that the person thinks and acts for, and which misalignments were raised.</summary>
public static class ContradictionsReport
{
    public static ReportKind Kind { get; } = new(
        "contradictions", "Where an aim, a thought that supports it and a belief that limits it stand together.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        ContradictionSection.Write(view, builder);
        DefectSection.Write(view, builder);
        LayerSection.Write(view, builder);
    }
}
