using Journal.Processes;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.CleanExecution;

/// <summary>Whether a process is simple and repeatable (C155): few steps, and about as many each time.</summary>
internal static class SimpleProcess
{
    public static void Write(ProcessFact process, WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var runs = work.Runs.Where(run => run.ProcessId == process.Id).ToList();
        List<double> steps = [.. runs.Select(run => run.Steps ?? process.At(run.OccurredAt).Steps).OfType<int>()];
        List<Guid> events = [.. process.Events, .. runs.SelectMany(run => run.Events)];
        var title = work.Latest(process).Title;
        if (steps.Count < rules.Fewest)
        {
            builder.Add("steps", "Median steps of a run", "count", Measure.Missing($"steps of at least {rules.Fewest} runs", steps.Count, events), process.Id);
            builder.Insufficient("simple", $"steps of at least {rules.Fewest} runs of “{title}”", steps.Count, events, process.Id);
            return;
        }

        var middle = Sample.Middle(steps);
        builder.Add("steps", "Median steps of a run", "count", Measure.Of(middle, steps.Count, events), process.Id);
        var sentence = $"“{title}” takes {Phrase.Number(middle)} steps, over {Phrase.Count(steps.Count, "run")}";
        if (middle <= rules.SimpleSteps)
        {
            builder.Found("simple", $"{sentence}: simple, and repeated.", steps.Count, events, process.Id);
        }
        else
        {
            builder.NotFound("simple", $"{sentence}: more than {Phrase.Number(rules.SimpleSteps)}.", steps.Count, events, process.Id);
        }
    }
}
