namespace Journal.Reports;

/// <summary>Every report there is: what can be asked, compared, explained, replayed and asked "what if".</summary>
public static class AllReports
{
    /// <summary>In the order they are listed in: start here, with the week; then what progress and layers did; then what may explain it; then what only large records can tell.</summary>
    public static IReadOnlyList<ReportKind> Kinds { get; } =
    [
        Review.ReviewReport.Kind,
        Alignment.AlignmentReport.Kind,
        Cycles.CyclesReport.Kind,
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

    /// <summary>The report of a name, in any case; null when there is none.</summary>
    public static ReportKind? Find(string name) => Kinds.FirstOrDefault(report => string.Equals(report.Name, name, StringComparison.OrdinalIgnoreCase));
}
