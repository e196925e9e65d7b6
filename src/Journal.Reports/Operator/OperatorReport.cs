using Journal.Reports.Figures;
using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>How much rests on the person being there.</summary>
public static class OperatorReport
{
    public static ReportKind Kind { get; } = new(
        "operator", "What runs by itself and what still needs the person: six readings, the bottleneck, calm, and the absence test.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var work = WorkRecords.Of(view);
        AlignedSigns.Write(work, sheet);
        OppositeSigns.Write(work, sheet);
        Bottleneck.Write(work, sheet);
        Calm.Write(work, sheet);
        Structure.Write(work, sheet);
        Absence.Write(work, sheet);
        Lasting.Write(work, sheet);
    }
}
