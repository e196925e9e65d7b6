using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Reports.Causes;
using Journal.Work;

namespace Journal.Reports.Diagnosis;

/// <summary>
/// Where records and intentions part, and what that costs. It gives states with intervals and what they rest on; it never passes or fails anybody, and
/// "no pattern", "belief is not implicated" and "unattributed" are answers like others.
/// </summary>
public static class DiagnosisReport
{
    public static ReportKind Kind { get; } = new(
        "diagnosis", "Where the records part from what was meant, what they trace it to, and what it costs.", Write)
    {
        Question = "Where do the records part from what I meant?",
    };

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

/// <summary>What was taken to be in the way, at first sight and later: side by side, the later one beside the earlier and not in its place.</summary>
internal static class StatedSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var stated = view.All<DiagnosisFact>().Where(one => one.Day <= view.Last && view.Serves(one.AimId)).ToList();
        builder.Add(new Table(
            "diagnoses",
            "What was taken to be in the way, surface and structural",
            ["day", "surface", "surfaceText", "structural", "structuralText"],
            [.. stated.Select(Line)]));
    }

    private static Row Line(DiagnosisFact one) => one.Depth == DiagnosisKind.Surface
        ? new([Text.Cell(one.Day), Text.Cell(one.Constraint), one.Text, null, null], one.AimId, one.Events)
        : new([Text.Cell(one.Day), null, null, Text.Cell(one.Constraint), one.Text], one.AimId, one.Events);
}

/// <summary>Three counts of how the person goes about it: what was stated with a confidence, what was named exactly, and what was put right.</summary>
internal static class CareSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var defects = DefectView.Of(view);
        var decisions = view.Within<DecisionFact>().Where(one => view.Serves(one.AimId) && one.Turns.Any(turn => turn.Confidence is not null && turn.At.By(view.Last)));
        var honest = defects.Where(one => one.Fact.Confidence is not null).Select(one => one.Fact.Events).Concat(decisions.Select(one => one.Events)).ToList();
        var precise = defects.Where(one => one.Precision == "precise").Select(one => one.Events).ToList();
        var corrections = view.Within<CorrectionFact>().Where(one => view.Serves(one.AimId)).Select(one => one.Events);
        var done = corrections.Concat(defects.Where(one => one.Status == DefectStatus.Resolved).Select(one => one.Events)).ToList();
        Count(builder, "honesty", "misalignments and decisions stated with a confidence", honest);
        Count(builder, "precision", "misalignments that name a belief, a decision or a process", precise);
        Count(builder, "followThrough", "corrections made and misalignments resolved", done);
    }

    private static void Count(ReportBuilder builder, string name, string label, List<IReadOnlyList<Guid>> of) =>
        builder.Add(name, label, "count", Measure.Count(of, events => events));
}
