using Journal.Reports.Causes;
using Journal.Reports.Figures;

namespace Journal.Reports.Diagnosis;

/// <summary>
/// Where records and intentions part, and what that costs. It gives states with intervals and what they rest on; it never passes or fails anybody, and
/// "no pattern", "belief is not implicated" and "unattributed" are answers like others.
/// </summary>
public static class DiagnosisReport
{
    public static ReportKind Kind { get; } = new(
        "diagnosis", "Where the records part from what was meant, what they trace it to, and what it costs.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var states = PracticeStanding.Of(view);
        AnswerSection.Write(view, sheet, states);
        StateSection.Write(sheet, states);
        LayerSection.Write(view, sheet);
        StatedSection.Write(view, sheet);
        CareSection.Write(view, sheet);
    }
}
