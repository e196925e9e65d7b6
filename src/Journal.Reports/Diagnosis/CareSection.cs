using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Reports.Causes;
using Journal.Work;

namespace Journal.Reports.Diagnosis;

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
