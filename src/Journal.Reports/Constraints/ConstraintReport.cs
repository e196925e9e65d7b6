using Journal.Reports.Causes;

namespace Journal.Reports.Constraints;

/// <summary>Which belief constrains most, if the records show any; and whether what was claimed at first is what was found.</summary>
public static class ConstraintReport
{
    public static ReportKind Kind { get; } = new(
        "constraint", "Which belief constrains most by the records, if any does, and whether the claimed constraint is the found one.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        RankingSection.Write(view, builder);
        LayerSection.Write(view, builder);
        ClaimSection.Write(view, builder);
    }
}
