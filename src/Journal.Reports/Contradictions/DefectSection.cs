using Journal.Diagnosis;
using Journal.Reports.Causes;

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
            builder.Add($"defects.{Text.Cell(status)}", $"misalignments: {Text.Cell(status)}", "count", Measure.Count(of, defect => defect.Events));
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
            Text.Cell(defect.Fact.Day),
            Text.Cell(defect.Status),
            defect.Attributed ? Text.Cell(defect.Fact.Layer!.Value) : "unattributed",
            Text.Cell(defect.Fact.Locus),
            defect.Precision,
            Text.Cell(defect.Fact.Confidence),
            Text.Cell(defect.Executions),
            Text.Cell(defect.Upstream),
        ],
        defect.Fact.Id,
        defect.Events);
}
