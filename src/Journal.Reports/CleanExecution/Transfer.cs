using Journal.Processes;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.CleanExecution;

/// <summary>Whether a process can be handed over: documented (C166), transferable (C167), measurable (C168), and repeated by others (C169).</summary>
internal static class Transfer
{
    public static void Write(ProcessFact process, WorkRecords work, ReportBuilder builder)
    {
        var runs = work.Runs.Where(run => run.ProcessId == process.Id).ToList();
        var others = runs.Where(run => run.By == Runner.Other).ToList();
        var version = work.Latest(process);
        List<Guid> events = [.. process.Events, .. runs.SelectMany(run => run.Events)];
        (string Name, bool Holds)[] signs =
        [
            ("documented", version.Documented), ("transferable", others.Exists(run => run.Supervised == false)), ("measurable", version.Measured),
        ];
        List<string> held = [.. signs.Where(sign => sign.Holds).Select(sign => sign.Name)], missing = [.. signs.Where(sign => !sign.Holds).Select(sign => sign.Name)];
        builder.Add("handover", "Documented, transferable, measurable: how many of the three", "of 3", Measure.Of(held.Count, runs.Count, events), process.Id);
        var sentence = $"“{version.Title}”: {held.Count}/3{(missing.Count == 0 ? "" : $", not shown: {Phrase.List(missing)}")}.";
        if (missing.Count == 0)
        {
            builder.Found("handover", sentence, runs.Count, events, process.Id);
        }
        else
        {
            builder.NotFound("handover", sentence, runs.Count, events, process.Id);
        }

        Repeated(version.Title, process, runs, others, work, builder);
    }

    private static void Repeated(string title, ProcessFact process, List<RunFact> runs, List<RunFact> others, WorkRecords work, ReportBuilder builder)
    {
        var fewest = work.View.Rules.Fewest;
        var events = runs.SelectMany(run => run.Events).ToList();
        if (runs.Count < fewest)
        {
            builder.Insufficient("repeatedByOthers", $"at least {fewest} runs of “{title}”", runs.Count, events, process.Id);
        }
        else if (others.Count == 0)
        {
            builder.NotFound("repeatedByOthers", $"“{title}” is dependent: all {Phrase.Count(runs.Count, "run")} are by one person.", runs.Count, events, process.Id);
        }
        else
        {
            builder.Found("repeatedByOthers", $"“{title}” is repeated by others: {others.Count} of {Phrase.Count(runs.Count, "run")}.", runs.Count, events, process.Id);
        }
    }
}
