using Journal.Diagnosis;
using Journal.Processes;
using Journal.Reports.Metrics;

namespace Journal.Reports.Effort;

/// <summary>More hours for the same output by the same process (C107, M11), and how long until the next defect (C108).</summary>
internal static class Compressions
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var halves = Compression.OfHalves(work);
        var stretches = Compression.Stretches(work);
        builder.Add("compression.effort", "Change of weekly hours from the earlier to the later half", "share", Share(halves, halves?.Hours.Growth));
        builder.Add("compression.output", "Change of weekly output from the earlier to the later half", "share", Share(halves, halves?.Output.Growth));
        var one = halves?.Holds(rules) == true ? halves : stretches.Count > 0 ? stretches[0] : halves;
        if (one is null)
        {
            builder.Insufficient("compression", $"hours and output in at least {rules[Comparison.ComparedWeeks]} whole weeks before and after");
            return;
        }

        if (one.Holds(rules))
        {
            builder.Found("compression", $"{Sentence(one)}, same process version: compression.", one.Hours.N, one.Events);
            Lags(stretches.Count > 0 ? stretches : [one], work, builder);
            return;
        }

        builder.NotFound("compression", $"{Sentence(one)}{Why(one, rules)}.", one.Hours.N, one.Events);
    }

    private static string Why(Compression one, ReportView rules) =>
        one.Revised && one.Hours.Rose(rules[Compression.CompressionEffort]) && one.Output.Flat(rules[Compression.CompressionOutput]) ? ", but a process was revised in between" : "";

    private static string Sentence(Compression one) =>
        $"From {Text.Day(one.After.First)}, hours {Text.Growth(one.Hours.Growth)}, output {Text.Growth(one.Output.Growth)} against the weeks from {Text.Day(one.Before.First)}";

    /// <summary>Days from the start of a compressed window to the next defect that was confirmed; what was only suspected does not count.</summary>
    private static void Lags(IReadOnlyList<Compression> stretches, WorkRecords work, ReportBuilder builder)
    {
        var defects = work.Defects.Where(defect => defect.Turns.Any(turn => turn.Status == DefectStatus.Confirmed) && defect.Turns[^1].Status != DefectStatus.Dismissed).ToList();
        var rows = stretches.Select(one => (one, Defect: defects.Find(defect => defect.Day >= one.After.First))).ToList();
        List<double> lags = [.. rows.Where(row => row.Defect is not null).Select(row => (double)(row.Defect!.Day.DayNumber - row.one.After.First.DayNumber))];
        builder.Add(
            "compression.lag",
            "Median days from compression to the next defect",
            "days",
            lags.Count == 0
                ? Measure.Missing("a confirmed defect after compression")
                : Measure.Of(Numbers.Middle(lags), lags.Count, rows.Where(row => row.Defect is not null).SelectMany(row => row.one.Events.Concat(row.Defect!.Events))));
        builder.Add(new Table("compressions", "Compression and the next defect", ["from", "hours", "output", "defectOn", "lagDays"], [.. rows.Select(row => new Row(
            [
                Text.Day(row.one.After.First),
                Text.Number(row.one.Hours.Growth),
                Text.Number(row.one.Output.Growth),
                row.Defect is { } defect ? Text.Day(defect.Day) : null,
                row.Defect is { } next ? Text.Number(next.Day.DayNumber - row.one.After.First.DayNumber) : null,
            ],
            row.Defect?.Id,
            [.. row.one.Events, .. row.Defect?.Events ?? []]))]));
    }

    private static Measure Share(Compression? one, double? growth) => growth is { } known && double.IsFinite(known)
        ? Measure.Of(known, one!.Hours.N, one.Events)
        : Measure.Missing("hours and output, above 0, in both halves");
}

/// <summary>Steps and hours per run, before and after (C71): fewer steps simplify, more hours intensify.</summary>
internal static class Simplification
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        foreach (var process in work.Processes)
        {
            Write(process, [.. work.Runs.Where(run => run.ProcessId == process.Id)], work, builder);
        }
    }

    private static void Write(ProcessFact process, List<RunFact> runs, WorkRecords work, ReportBuilder builder)
    {
        var (earlier, later) = Sides(process, runs, work.Window);
        var (steps, hours) = (Pair(earlier, later, run => run.Steps ?? process.At(run.OccurredAt).Steps), Pair(earlier, later, run => run.Minutes / 60));
        steps ??= Planned(process, work.Window);
        List<Guid> events = [.. process.Events, .. runs.SelectMany(run => run.Events)];
        Add(builder, "steps", "steps", "count", steps, process, events);
        Add(builder, "hours", "hours", "hours", hours, process, events);
        var title = work.Latest(process).Title;
        if (steps is null && hours is null)
        {
            builder.Insufficient("simplified", $"steps or minutes of runs of “{title}” at two times", runs.Count, events, process.Id);
            return;
        }

        var sentence = $"“{title}”: {Went(steps, "steps")}, {Went(hours, "hours")} a run";
        var intensified = hours is { } spent && spent.After > spent.Before * (1 + work.View[Comparison.Difference]);
        builder.Judge(
            "simplified",
            !intensified && steps is { } taken && taken.After < taken.Before,
            $"{sentence}: simplified.",
            $"{sentence}: {(intensified ? "intensified" : "neither simplified nor intensified")}.",
            runs.Count,
            events,
            process.Id);
    }

    // The last change of the number of steps parts the runs; without one, their middle does.
    private static (IReadOnlyList<RunFact> Earlier, IReadOnlyList<RunFact> Later) Sides(ProcessFact process, List<RunFact> runs, Period window)
    {
        var change = process.Versions.Zip(process.Versions.Skip(1)).LastOrDefault(pair => pair.First.Steps != pair.Second.Steps && window.Covers(pair.Second.From)).Second;
        return change is not null && runs.Exists(run => run.OccurredAt < change.From) && runs.Exists(run => run.OccurredAt >= change.From)
            ? ([.. runs.Where(run => run.OccurredAt < change.From)], [.. runs.Where(run => run.OccurredAt >= change.From)])
            : ([.. runs.Take(runs.Count / 2)], [.. runs.Skip((runs.Count + 1) / 2)]);
    }

    private static (double Before, double After)? Pair(IReadOnlyList<RunFact> earlier, IReadOnlyList<RunFact> later, Func<RunFact, double?> value)
    {
        List<double> left = [.. earlier.Select(value).OfType<double>()];
        List<double> right = [.. later.Select(value).OfType<double>()];
        return left.Count > 0 && right.Count > 0 ? (Numbers.Mean(left), Numbers.Mean(right)) : null;
    }

    private static (double Before, double After)? Planned(ProcessFact process, Period window)
    {
        List<int> steps = [.. process.Versions.Where(version => DateOnly.FromDateTime(version.From.DateTime) <= window.Last).Select(version => version.Steps).OfType<int>()];
        return steps.Count > 1 ? (steps[0], steps[^1]) : null;
    }

    private static void Add(ReportBuilder builder, string name, string noun, string unit, (double Before, double After)? pair, ProcessFact process, List<Guid> events)
    {
        builder.Add($"run.{name}.before", $"Mean {noun} a run, earlier", unit, Side(pair?.Before), process.Id);
        builder.Add($"run.{name}.after", $"Mean {noun} a run, later", unit, Side(pair?.After), process.Id);

        Measure Side(double? value) => value is { } mean ? Measure.Of(mean, events.Count, events) : Measure.Missing($"{noun} of runs at two times");
    }

    private static string Went((double Before, double After)? pair, string noun) =>
        pair is { } known ? $"{Text.Number(known.Before)} -> {Text.Number(known.After)} {noun}" : $"{noun} unknown";
}
