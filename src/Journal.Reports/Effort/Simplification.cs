using Journal.Processes;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Effort;

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
