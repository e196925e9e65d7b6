using Journal.Processes;
using Journal.Reports.Metrics;
using Journal.Reports.Rules;
using Journal.Reports.Work;

namespace Journal.Reports.CleanExecution;

/// <summary>One process by the three signs of clean execution: minimal friction (C150), consistent outcome (C151), no supervision (C152).</summary>
/// <param name="Effort">Median effort of its runs, 1 to 7.</param>
/// <param name="Consistent">Share of runs that came out as they should.</param>
/// <param name="Unsupervised">Share of runs that nobody watched over.</param>
internal sealed record CleanProcess(ProcessFact Process, string Title, Measure Effort, Measure Consistent, Measure Unsupervised, RuleSet Rules)
{
    public int Runs => Signs.Max(sign => sign.Measure.N);

    public IEnumerable<Guid> Events => Process.Events.Concat(Signs.SelectMany(sign => sign.Measure.Events)).Distinct();

    /// <summary>The signs that do not hold.</summary>
    public IReadOnlyList<string> Failing => [.. Signs.Where(sign => sign.Holds == false).Select(sign => sign.Name)];

    /// <summary>The signs that are not known.</summary>
    public IReadOnlyList<string> Unknown => [.. Signs.Where(sign => sign.Holds is null).Select(sign => sign.Name)];

    private IReadOnlyList<(string Name, Measure Measure, bool? Holds)> Signs =>
    [
        ("minimal friction", Effort, Effort.Value is { } effort ? effort <= Rules.CleanEffort : null),
        ("consistent outcome", Consistent, Consistent.Value is { } consistent ? consistent >= Rules.CleanShare : null),
        ("no supervision", Unsupervised, Unsupervised.Value is { } unsupervised ? unsupervised >= Rules.CleanShare : null),
    ];

    public static CleanProcess Of(ProcessFact process, WorkRecords work)
    {
        var (runs, rules) = (work.Runs.Where(run => run.ProcessId == process.Id).ToList(), work.View.Rules);
        return new(
            process,
            work.Latest(process).Title,
            Known(runs, run => run.Effort, Sample.Middle, rules, "effort"),
            Known(runs, run => Share(run.Consistent), Sample.Mean, rules, "whether they came out as they should"),
            Known(runs, run => Share(!run.Supervised), Sample.Mean, rules, "whether somebody watched over them"),
            rules);
    }

    public void Write(ReportBuilder builder)
    {
        builder.Add("friction", "Median effort of a run", "1 to 7", Effort, Process.Id);
        builder.Add("consistent", "Share of runs that came out as they should", "share", Consistent, Process.Id);
        builder.Add("unsupervised", "Share of runs that nobody watched over", "share", Unsupervised, Process.Id);
        if (Failing.Count > 0)
        {
            var rest = Unknown.Count > 0 ? $" ({Phrase.List(Unknown)} unknown)" : "";
            builder.NotFound("clean", $"“{Title}” does not run clean: {Phrase.List(Failing)} {(Failing.Count == 1 ? "fails" : "fail")}{rest}.", Runs, Events, Process.Id);
        }
        else if (Unknown.Count > 0)
        {
            builder.Insufficient("clean", $"of “{Title}”, at least {Rules.Fewest} runs that say: {Phrase.List(Unknown)}", Runs, Events, Process.Id);
        }
        else
        {
            builder.Found("clean", $"“{Title}” runs clean: with little friction, the same result and nobody watching.", Runs, Events, Process.Id);
        }
    }

    private static Measure Known(List<RunFact> runs, Func<RunFact, double?> value, Func<IReadOnlyCollection<double>, double> of, RuleSet rules, string what)
    {
        List<RunFact> known = [.. runs.Where(run => value(run) is not null)];
        var events = known.SelectMany(run => run.Events);
        return known.Count < rules.Fewest
            ? Measure.Missing($"at least {rules.Fewest} runs that say {what}", known.Count, events)
            : Measure.Of(of([.. known.Select(run => value(run)!.Value)]), known.Count, events);
    }

    private static double? Share(bool? holds) => holds is { } known ? known ? 1 : 0 : null;
}
