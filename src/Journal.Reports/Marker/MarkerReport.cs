using Journal.Reports.CleanExecution;
using Journal.Reports.Figures;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>Whether a change has become structure: five signs that must hold together for several windows.</summary>
public static class MarkerReport
{
    public static ReportKind Kind { get; } = new(
        "marker", "Whether continuation, decisions, energy, output and corrections all show a lasting change, and which of them does not.", Write);

    private static void Write(ReportView view, ReportSheet sheet)
    {
        var work = WorkRecords.Of(view);
        var windows = MarkerWindows.Of(view);
        IReadOnlyList<Sign> signs =
        [
            Continuation.Of(work, windows, sheet),
            AcceleratedDecisions.Of(work, windows, sheet),
            StableEnergy.Of(work, windows, sheet),
            CompoundingOutput.Of(work, windows, sheet),
            FallingCorrections.Of(work, windows, sheet),
        ];
        foreach (var sign in signs)
        {
            sign.Write(sheet);
        }

        var marker = Joint.Of(signs, windows);
        marker.Write(sheet);
        Floors.Write(work, sheet);
        AlignedThroughout.Write(marker, [.. work.Processes.Select(process => CleanProcess.Of(process, work))], Fluctuation.Of(work), view.Rules, sheet);
    }
}
