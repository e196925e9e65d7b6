namespace Journal.Reports.Figures;

/// <summary>Every report of this shape.</summary>
public static class JournalReports
{
    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<ReportKind> All { get; } =
    [
        Beliefs.BeliefsReport.Kind,
        Thinking.ThinkingReport.Kind,
        Contradictions.ContradictionsReport.Kind,
        Constraints.ConstraintReport.Kind,
        Interventions.InterventionsReport.Kind,
        Phases.PhasesReport.Kind,
        Diagnosis.DiagnosisReport.Kind,
        Questions.QuestionsReport.Kind,
    ];

    public static ReportKind? Find(string name) => All.FirstOrDefault(report => string.Equals(report.Name, name, StringComparison.OrdinalIgnoreCase));
}
