using Journal.Diagnosis;
using Journal.Growth;
using Journal.Reports.Work;

namespace Journal.Reports.Growth;

/// <summary>What was added to make more of what is there (C133 to C136), and whether a confirmed defect was open then: stabilise first (C137).</summary>
internal static class Amplifiers
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rows = work.Amplifiers.Select(one => (Amplifier: one, Defect: work.Defects.FirstOrDefault(defect => IsOpen(defect, one)))).ToList();
        builder.Add(new Table("amplifiers", "What was added", ["on", "kind", "openDefect"], [.. rows.Select(row => new Row(
            [Text.Day(row.Amplifier.Day), Name(row.Amplifier), row.Defect?.Title],
            row.Amplifier.Id,
            [.. row.Amplifier.Events, .. row.Defect?.Events ?? []]))]));
        var open = rows.Where(row => row.Defect is not null).ToList();
        if (rows.Count == 0)
        {
            builder.Insufficient("stabiliseFirst", "something that was added: a hire, a tool, automation, marketing, expansion or effort");
        }
        else if (open.Count == 0)
        {
            builder.NotFound("stabiliseFirst", $"{Text.Count(rows.Count, "amplifier")}; no confirmed defect was open at the time.", rows.Count, rows.SelectMany(row => row.Amplifier.Events));
        }

        foreach (var (amplifier, defect) in open)
        {
            builder.Found("stabiliseFirst", $"{Name(amplifier)} on {Text.Day(amplifier.Day)} while “{defect!.Title}” was confirmed and open: it makes more of that too. Stabilise first.", 1, amplifier.Events.Concat(defect.Events), amplifier.Id);
        }
    }

    private static string Name(AmplifierFact amplifier) => Text.Word(amplifier.Amplifier);

    private static bool IsOpen(DefectFact defect, AmplifierFact amplifier) =>
        (defect.AimId is null || amplifier.AimId is null || defect.AimId == amplifier.AimId)
        && defect.Turns.LastOrDefault(turn => turn.At <= amplifier.OccurredAt)?.Status == DefectStatus.Confirmed;
}
