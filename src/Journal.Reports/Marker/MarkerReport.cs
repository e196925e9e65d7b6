using Journal.Reports.CleanExecution;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>Whether a change has become structure: five signs that must hold together for several windows.</summary>
public static class MarkerReport
{
    public static ReportKind Kind { get; } = new(
        "marker", "Whether continuation, decisions, energy, output and corrections all show a lasting change, and which of them does not.", Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        var windows = MarkerWindows.Of(view);
        IReadOnlyList<Sign> signs =
        [
            Continuation.Of(work, windows, builder),
            AcceleratedDecisions.Of(work, windows, builder),
            StableEnergy.Of(work, windows, builder),
            CompoundingOutput.Of(work, windows, builder),
            FallingCorrections.Of(work, windows, builder),
        ];
        foreach (var sign in signs)
        {
            sign.Write(builder);
        }

        var marker = Joint.Of(signs, windows);
        marker.Write(builder);
        Floors.Write(work, builder);
        AlignedThroughout.Write(marker, [.. work.Processes.Select(process => CleanProcess.Of(process, work))], Fluctuation.Of(work), view, builder);
    }
}
