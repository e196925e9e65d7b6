namespace Journal.Reports;

/// <summary>Every report of this shape.</summary>
public static class JournalReports
{
    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<ReportKind> All { get; } =
    [
        Execution.ExecutionReport.Kind,
        Decisions.DecisionsReport.Kind,
        Energy.EnergyReport.Kind,
        Cost.CostReport.Kind,
        Breakpoint.BreakpointReport.Kind,
        Beliefs.BeliefsReport.Kind,
        Thinking.ThinkingReport.Kind,
        Contradictions.ContradictionsReport.Kind,
        Constraints.ConstraintReport.Kind,
        Effort.EffortReport.Kind,
        CleanExecution.CleanReport.Kind,
        Operator.OperatorReport.Kind,
        Interventions.InterventionsReport.Kind,
        Phases.PhasesReport.Kind,
        Diagnosis.DiagnosisReport.Kind,
        Questions.QuestionsReport.Kind,
        Growth.GrowthReport.Kind,
        Marker.MarkerReport.Kind,
    ];

    public static ReportKind? Find(string name) => All.FirstOrDefault(report => string.Equals(report.Name, name, StringComparison.OrdinalIgnoreCase));
}
