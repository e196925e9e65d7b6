using Journal.Reports.CleanExecution;
using Journal.Reports.Work;

namespace Journal.Reports.Marker;

/// <summary>
/// Aligned at every layer (C179): the joint marker holds and every process runs clean (C150 to C152). Within the limit of fluctuation (C180): that, and
/// weekly adherence varies by no more than the rules allow.
/// </summary>
internal static class AlignedThroughout
{
    public static void Write(Sign marker, IReadOnlyList<CleanProcess> processes, Measure fluctuation, IRules rules, ReportBuilder builder)
    {
        var clean = Clean(processes);
        var aligned = Both("alignedAtEveryLayer", "alignment at every layer", marker, clean);
        aligned.Write(builder);
        builder.Add("fluctuation", "Coefficient of variation of weekly adherence", "ratio", fluctuation);
        var steady = new Sign(
            "steady",
            "steadiness",
            fluctuation.Value is { } value ? value <= rules[Fluctuation.FluctuationLimit] : null,
            fluctuation.Value is { } known ? $"weekly adherence varies by {Text.Percent(known)} of its mean (limit {Text.Percent(rules[Fluctuation.FluctuationLimit])})" : "weekly adherence is not known in enough weeks",
            fluctuation.N,
            fluctuation.Events);
        Both("withinFluctuationLimit", "steadiness within the limit", aligned, steady).Write(builder);
    }

    private static Sign Clean(IReadOnlyList<CleanProcess> processes)
    {
        List<string> failing = [.. processes.Where(process => process.Failing.Count > 0).Select(process => $"“{process.Title}” ({Text.List(process.Failing)})")];
        var unknown = processes.Count == 0 || processes.Any(process => process.Unknown.Count > 0);
        return new(
            "clean",
            "clean execution",
            failing.Count > 0 ? false : unknown ? null : true,
            failing.Count > 0 ? $"not clean: {Text.List(failing)}" : unknown ? "whether processes run clean is not known" : $"all processes ({processes.Count}) run clean",
            processes.Sum(process => process.Runs),
            [.. processes.SelectMany(process => process.Events).Distinct()]);
    }

    private static Sign Both(string name, string called, Sign one, Sign other) => new(
        name,
        called,
        Across.All([one.Holds, other.Holds]),
        $"{char.ToUpperInvariant(one.Sentence[0])}{one.Sentence[1..].TrimEnd('.')}; {other.Sentence.TrimEnd('.')}.",
        one.N + other.N,
        [.. one.Events.Concat(other.Events).Distinct()]);
}
