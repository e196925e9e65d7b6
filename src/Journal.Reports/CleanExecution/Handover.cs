using Journal.Processes;
using Journal.Reports.Metrics;

namespace Journal.Reports.CleanExecution;

/// <summary>Whether a process can be handed over: simple and repeatable (C155), documented (C166), transferable (C167), measurable (C168), and repeated by others (C169).</summary>
internal static class Handover
{
    public static readonly Rule SimpleSteps = new("simpleSteps", 7, 1, 1000, "Steps of a run up to which a process is simple.");

    public static void Write(ProcessFact process, WorkRecords work, ReportBuilder builder)
    {
        var runs = work.Runs.Where(run => run.ProcessId == process.Id).ToList();
        Simple(process, runs, work, builder);
        Signs(process, runs, work, builder);
        Repeated(process, runs, work, builder);
    }

    /// <summary>Few steps, and about as many each time.</summary>
    private static void Simple(ProcessFact process, List<RunFact> runs, WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        List<double> steps = [.. runs.Select(run => run.Steps ?? process.At(run.OccurredAt).Steps).OfType<int>()];
        List<Guid> events = [.. process.Events, .. runs.SelectMany(run => run.Events)];
        var title = work.Latest(process).Title;
        if (steps.Count < rules[Measure.Fewest])
        {
            builder.Add("steps", "Median steps of a run", "count", Measure.Missing($"steps of at least {rules[Measure.Fewest]} runs", steps.Count, events), process.Id);
            builder.Insufficient("simple", $"steps of at least {rules[Measure.Fewest]} runs of “{title}”", steps.Count, events, process.Id);
            return;
        }

        var middle = Measure.Of(Numbers.Middle(steps), steps.Count, events);
        builder.Add("steps", "Median steps of a run", "count", middle, process.Id);
        var sentence = $"“{title}” takes {Text.Number(middle.Value)} steps, over {Text.Count(steps.Count, "run")}";
        builder.Judge("simple", middle, middle.Value <= rules[SimpleSteps], $"{sentence}: simple, and repeated.", $"{sentence}: more than {Text.Number(rules[SimpleSteps])}.", process.Id);
    }

    private static void Signs(ProcessFact process, List<RunFact> runs, WorkRecords work, ReportBuilder builder)
    {
        var version = work.Latest(process);
        (string Name, bool Holds)[] signs =
            [("documented", version.Documented), ("transferable", runs.Exists(run => run is { By: Runner.Other, Supervised: false })), ("measurable", version.Measured)];
        List<string> missing = [.. signs.Where(sign => !sign.Holds).Select(sign => sign.Name)];
        var held = Measure.Of(signs.Length - missing.Count, runs.Count, [.. process.Events, .. runs.SelectMany(run => run.Events)]);
        builder.Add("handover", "Documented, transferable, measurable: how many of the three", "of 3", held, process.Id);
        var sentence = $"“{version.Title}”: {Text.Number(held.Value)}/3{(missing.Count == 0 ? "" : $", not shown: {Text.List(missing)}")}.";
        builder.Judge("handover", held, missing.Count == 0, sentence, sentence, process.Id);
    }

    private static void Repeated(ProcessFact process, List<RunFact> runs, WorkRecords work, ReportBuilder builder)
    {
        var (fewest, title, others) = (work.View[Measure.Fewest], work.Latest(process).Title, runs.Count(run => run.By == Runner.Other));
        var events = runs.SelectMany(run => run.Events);
        builder.Judge(
            "repeatedByOthers",
            runs.Count < fewest ? Measure.Missing($"at least {fewest} runs of “{title}”", runs.Count, events) : Measure.Of(others, runs.Count, events),
            others > 0,
            $"“{title}” is repeated by others: {others} of {Text.Count(runs.Count, "run")}.",
            $"“{title}” is dependent: all {Text.Count(runs.Count, "run")} are by one person.",
            process.Id);
    }
}
