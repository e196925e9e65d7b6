using Journal.Reports.Causes;

namespace Journal.Reports.Diagnosis;

/// <summary>
/// Where records and intentions part, and what that costs. It gives states with intervals and what they rest on; it never passes or fails anybody, and
/// "no pattern", "belief is not implicated" and "unattributed" are answers like others.
/// </summary>
public static class DiagnosisReport
{
    public static ReportKind Kind { get; } = new(
        "diagnosis", "Where the records part from what was meant, what they trace it to, and what it costs.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var states = PracticeStanding.Of(view);
        AnswerSection.Write(view, builder, states);
        StateSection.Write(builder, states);
        LayerSection.Write(view, builder);
        StatedSection.Write(view, builder);
        CareSection.Write(view, builder);
    }
}
