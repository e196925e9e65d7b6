using Journal.Diagnosis;
using Journal.Reports.Causes;
using Journal.Reports.Metrics;

namespace Journal.Reports.Contradictions;

/// <summary>Raised misalignments: what each rests on, how precise it is, and what was said of it since.</summary>
internal static class DefectSection
{
    public static void Write(ReportView view, ReportBuilder builder)
    {
        var defects = DefectView.Of(view);
        foreach (var status in Enum.GetValues<DefectStatus>())
        {
            var of = defects.Where(defect => defect.Status == status).ToList();
            builder.Add($"defects.{Cell.Of(status)}", $"misalignments: {Cell.Of(status)}", "count", Measure.Of(of.Count, of.Count, of.SelectMany(defect => defect.Events)));
        }

        builder.Add(new Table(
            "defects",
            "Misalignments that were raised",
            ["title", "day", "status", "layer", "locus", "precision", "confidence", "executions", "upstream"],
            [.. defects.Select(Line)]));
    }

    private static Row Line(DefectView defect) => new(
        [
            defect.Fact.Title,
            Cell.Of(defect.Fact.Day),
            Cell.Of(defect.Status),
            defect.Attributed ? Cell.Of(defect.Fact.Layer!.Value) : "unattributed",
            Cell.Of(defect.Fact.Locus),
            defect.Precision,
            Cell.Of(defect.Fact.Confidence),
            Cell.Of(defect.Executions),
            Cell.Of(defect.Upstream),
        ],
        defect.Fact.Id,
        defect.Events);
}
