using Journal.Reports.CleanExecution;
using Journal.Reports.Metrics;

namespace Journal.Reports.Marker;

/// <summary>Whether a change has become structure: five signs that must hold together for several windows.</summary>
public static class MarkerReport
{
    public static ReportKind Kind { get; } = new(
        "marker", "Whether continuation, decisions, energy, output and corrections all show a lasting change, and which of them does not.", Write)
    {
        Question = "Has something changed for good?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var work = WorkRecords.Of(view);
        var windows = MarkerWindows.Of(view);
        IReadOnlyList<MarkerSign> signs =
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

        var marker = JointMarker.Of(signs, windows);
        marker.Write(builder);
        Floors.Write(work, builder);
        AlignedThroughout.Write(marker, [.. work.Processes.Select(process => CleanProcess.Of(process, work))], Fluctuation.Of(work), view, builder);
    }
}

/// <summary>The joint marker (C81): all five signs in every window. Fewer are partial, and the missing ones are named.</summary>
internal static class JointMarker
{
    public static MarkerSign Of(IReadOnlyList<MarkerSign> signs, MarkerWindows windows)
    {
        List<string> failing = [.. signs.Where(sign => sign.Holds == false).Select(sign => sign.Called)];
        List<string> unknown = [.. signs.Where(sign => sign.Holds is null).Select(sign => sign.Called)];
        var held = signs.Count - failing.Count - unknown.Count;
        var (n, events) = (signs.Sum(sign => sign.N), signs.SelectMany(sign => sign.Events).Distinct().ToList());
        var span = $"from {Text.Day(windows.Whole.First)} to {Text.Day(windows.Whole.Last)}";
        var missing = failing.Count > 0 ? $"; missing: {Text.List(failing)}" : "";
        var open = unknown.Count > 0 ? $"; not known: {Text.List(unknown)}" : "";
        return new(
            "jointMarker",
            "the joint marker",
            failing.Count > 0 ? false : unknown.Count > 0 ? null : true,
            held == signs.Count
                ? $"All {signs.Count} signs hold in every window {span}."
                : $"{(held > 0 ? "Partial: " : "")}{held} of {signs.Count} signs hold {span}{missing}{open}.",
            n,
            events);
    }
}

/// <summary>One sign of the marker.</summary>
/// <param name="Name">Stable, for programs.</param>
/// <param name="Called">As a sentence names it.</param>
/// <param name="Holds">Null where it cannot be told.</param>
/// <param name="Sentence">What the records show; where it cannot be told, what is missing.</param>
internal sealed record MarkerSign(string Name, string Called, bool? Holds, string Sentence, int N, IReadOnlyList<Guid> Events)
{
    public static MarkerSign Of(string name, string called, bool? holds, string sentence, string missing, int n, IEnumerable<Guid> events) =>
        new(name, called, holds, holds is null ? $"{missing} ({sentence})" : sentence, n, [.. events.Distinct()]);

    public void Write(ReportBuilder builder)
    {
        builder.Judge(Name, Holds is { } holds ? Measure.Of(holds ? 1 : 0, N, Events) : Measure.Missing(Sentence, N, Events), Holds == true, Sentence, Sentence);
    }
}
