namespace Journal.Reports;

/// <summary>Every report there is: what can be asked, compared, explained, replayed and asked "what if".</summary>
public static class AllReports
{
    /// <summary>In the order in which they are best read: the week first, and at last what only large records can tell.</summary>
    public static IReadOnlyList<ReportPart> Parts { get; } =
    [
        new("Start here", [
            Review.ReviewReport.Kind,
            Alignment.AlignmentReport.Kind,
            Cycles.CyclesReport.Kind,
        ]),
        new("What is done", [
            Execution.ExecutionReport.Kind,
            Decisions.DecisionsReport.Kind,
            Energy.EnergyReport.Kind,
            Cost.CostReport.Kind,
            Breakpoint.BreakpointReport.Kind,
        ]),
        new("What may be behind it", [
            Beliefs.BeliefsReport.Kind,
            Thinking.ThinkingReport.Kind,
            Contradictions.ContradictionsReport.Kind,
            Constraints.ConstraintReport.Kind,
        ]),
        new("What effort and changes bring", [
            Effort.EffortReport.Kind,
            CleanExecution.CleanReport.Kind,
            Operator.OperatorReport.Kind,
            Interventions.InterventionsReport.Kind,
            Phases.PhasesReport.Kind,
        ]),
        new("What a long record can tell", [
            Diagnosis.DiagnosisReport.Kind,
            Questions.QuestionsReport.Kind,
            Growth.GrowthReport.Kind,
            Marker.MarkerReport.Kind,
        ]),
    ];

    /// <summary>All of them, in that order.</summary>
    public static IReadOnlyList<ReportKind> Kinds { get; } = [.. Parts.SelectMany(part => part.Kinds)];

    /// <summary>The report of a name, in any case; null when there is none.</summary>
    public static ReportKind? Find(string name) => Kinds.FirstOrDefault(report => string.Equals(report.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Reports that are read together.</summary>
/// <param name="Title">What they have in common, for a person.</param>
public sealed record ReportPart(string Title, IReadOnlyList<ReportKind> Kinds);
