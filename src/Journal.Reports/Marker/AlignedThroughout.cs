using Journal.Practices;
using Journal.Reports.CleanExecution;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Marker;

/// <summary>
/// Aligned at every layer (C179): the joint marker holds and every process runs clean (C150 to C152). Within the limit of fluctuation (C180): that, and
/// weekly adherence varies by no more than the rules allow.
/// </summary>
internal static class AlignedThroughout
{
    public static void Write(MarkerSign marker, IReadOnlyList<CleanProcess> processes, Measure fluctuation, IRules rules, ReportBuilder builder)
    {
        var clean = Clean(processes);
        var aligned = Both("alignedAtEveryLayer", "alignment at every layer", marker, clean);
        aligned.Write(builder);
        builder.Add("fluctuation", "Coefficient of variation of weekly adherence", "ratio", fluctuation);
        var steady = new MarkerSign(
            "steady",
            "steadiness",
            fluctuation.Value is { } value ? value <= rules[Fluctuation.FluctuationLimit] : null,
            fluctuation.Value is { } known ? $"weekly adherence varies by {Text.Percent(known)} of its mean (limit {Text.Percent(rules[Fluctuation.FluctuationLimit])})" : "weekly adherence is not known in enough weeks",
            fluctuation.N,
            fluctuation.Events);
        Both("withinFluctuationLimit", "steadiness within the limit", aligned, steady).Write(builder);
    }

    private static MarkerSign Clean(IReadOnlyList<CleanProcess> processes)
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

    private static MarkerSign Both(string name, string called, MarkerSign one, MarkerSign other) => new(
        name,
        called,
        Across.All([one.Holds, other.Holds]),
        $"{char.ToUpperInvariant(one.Sentence[0])}{one.Sentence[1..].TrimEnd('.')}; {other.Sentence.TrimEnd('.')}.",
        one.N + other.N,
        [.. one.Events.Concat(other.Events).Distinct()]);
}

/// <summary>The floor of each practice against its best week (C178): what is kept in every known week says more than what was once reached.</summary>
internal static class Floors
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        foreach (var practice in work.View.Practices.Where(practice => practice.Practice.Floors.Count > 0))
        {
            Write(practice, work, builder);
        }

        if (!work.View.Practices.Any(practice => practice.Practice.Floors.Count > 0))
        {
            builder.Insufficient("floorKept", "a floor for a practice");
        }
    }

    private static void Write(PracticeWeeks practice, WorkRecords work, ReportBuilder builder)
    {
        var (id, rules) = (practice.Practice.Id, work.View);
        List<(PracticeWeek Week, double Floor)> known =
            [.. practice.Weeks.Where(week => week.Adherence is not null).Select(week => (week, Floor: At(practice.Practice, week.Week))).Where(one => one.Floor is not null).Select(one => (one.week, one.Floor!.Value))];
        List<Guid> events = [.. practice.Practice.Events, .. known.SelectMany(one => one.Week.Events)];
        if (known.Count < rules[Comparison.ComparedWeeks])
        {
            builder.Insufficient("floorKept", $"at least {rules[Comparison.ComparedWeeks]} known weeks of “{practice.Practice.Title}” under a floor", known.Count, events, id);
            return;
        }

        var kept = known.Count(one => one.Week.Adherence >= one.Floor);
        var (best, lowest) = (known.Max(one => one.Week.Adherence!.Value), known.Min(one => one.Week.Adherence!.Value));
        builder.Add("floor.kept", "Share of known weeks at or above the floor", "share", Measure.Of((double)kept / known.Count, known.Count, events), id);
        builder.Add("best", "Adherence of the best week", "share", Measure.Of(best, known.Count, events), id);
        var sentence = $"“{practice.Practice.Title}” kept its floor of {Text.Percent(known[^1].Floor)} in {kept} of {Text.Count(known.Count, "known week")}; lowest {Text.Percent(lowest)}, best {Text.Percent(best)}.";
        builder.Judge("floorKept", kept == known.Count, sentence, sentence, known.Count, events, id);
    }

    private static double? At(PracticeFact practice, IsoWeek week) => practice.Floors.LastOrDefault(floor => DateOnly.FromDateTime(floor.At.DateTime) <= week.Monday)?.Floor;
}
