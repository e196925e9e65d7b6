using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>What comes out of a process against what comes out of the person's own effort (C176).</summary>
/// <remarks>A commitment by a process that has runs of its own is left out: it would count twice.</remarks>
internal static class Structure
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View.Rules;
        var run = work.Runs.Select(one => one.ProcessId).ToHashSet();
        var finished = work.Ended(work.Window).Where(one => one.Ending.State == OutcomeState.Finished).Select(one => one.Commitment).ToList();
        List<Fact> structured = [.. work.Runs.Where(one => one.Consistent != false), .. finished.Where(one => one.ProcessId is { } process && !run.Contains(process))];
        List<Fact> effortful = [.. finished.Where(one => one.ProcessId is null), .. work.Outcomes.Where(outcome => outcome.State == OutcomeState.Finished)];
        var n = structured.Count + effortful.Count;
        List<Guid> events = [.. structured.Concat(effortful).SelectMany(fact => fact.Events)];
        if (n < rules.Fewest)
        {
            builder.Insufficient("structureBased", $"at least {rules.Fewest} outcomes or runs", n, events);
            return;
        }

        var share = (double)structured.Count / n;
        builder.Add("structure", "Share of outcomes that came from a process", "share", Measure.Of(share, n, events));
        var sentence = $"{Phrase.Percent(share)} of {Phrase.Count(n, "outcome")} came from a process, {Phrase.Percent(1 - share)} from effort alone.";
        if (share > 0.5)
        {
            builder.Found("structureBased", sentence, n, events);
        }
        else
        {
            builder.NotFound("structureBased", sentence, n, events);
        }
    }
}
