using Journal.Diagnosis;
using Journal.Reports.Causes;

namespace Journal.Reports.Diagnosis;

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
