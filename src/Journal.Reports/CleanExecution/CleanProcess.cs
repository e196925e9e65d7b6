using Journal.Processes;
using Journal.Reports.Metrics;

namespace Journal.Reports.CleanExecution;

/// <summary>One process by the three signs of clean execution: minimal friction (C150), consistent outcome (C151), no supervision (C152).</summary>
/// <param name="Effort">Median effort of its runs, 1 to 7.</param>
/// <param name="Consistent">Share of runs that came out as they should.</param>
/// <param name="Unsupervised">Share of runs that nobody watched over.</param>
internal sealed record CleanProcess(ProcessFact Process, string Title, Measure Effort, Measure Consistent, Measure Unsupervised, IRules Rules)
{
    public static readonly Rule CleanShare = new("cleanShare", 0.80, 0, 1, "Share of runs, 0 to 1, that come out as they should, or unsupervised, where execution is clean.");
    public static readonly Rule CleanEffort = new("cleanEffort", 3, 1, 7, "Median effort of a run, 1 to 7, up to which friction is minimal.");

    public int Runs => Signs.Max(sign => sign.Measure.N);

    public IEnumerable<Guid> Events => Process.Events.Concat(Signs.SelectMany(sign => sign.Measure.Events)).Distinct();

    /// <summary>The signs that do not hold.</summary>
    public IReadOnlyList<string> Failing => [.. Signs.Where(sign => sign.Holds == false).Select(sign => sign.Name)];

    /// <summary>The signs that are not known.</summary>
    public IReadOnlyList<string> Unknown => [.. Signs.Where(sign => sign.Holds is null).Select(sign => sign.Name)];

    private IReadOnlyList<(string Name, Measure Measure, bool? Holds)> Signs =>
    [
        ("minimal friction", Effort, Effort.Value is { } effort ? effort <= Rules[CleanEffort] : null),
        ("consistent outcome", Consistent, Consistent.Value is { } consistent ? consistent >= Rules[CleanShare] : null),
        ("no supervision", Unsupervised, Unsupervised.Value is { } unsupervised ? unsupervised >= Rules[CleanShare] : null),
    ];

    public static CleanProcess Of(ProcessFact process, WorkRecords work)
    {
        var (runs, rules) = (work.Runs.Where(run => run.ProcessId == process.Id).ToList(), work.View);
        return new(
            process,
            work.Latest(process).Title,
            Measure.Median(runs, run => run.Effort, "runs that say effort", rules),
            Measure.Share(runs, run => run.Consistent, "runs that say whether they came out as they should", rules),
            Measure.Share(runs, run => !run.Supervised, "runs that say whether somebody watched over them", rules),
            rules);
    }

    public void Write(ReportBuilder builder)
    {
        builder.Add("friction", "Median effort of a run", "1 to 7", Effort, Process.Id);
        builder.Add("consistent", "Share of runs that came out as they should", "share", Consistent, Process.Id);
        builder.Add("unsupervised", "Share of runs that nobody watched over", "share", Unsupervised, Process.Id);
        var rest = Unknown.Count > 0 ? $" ({Text.List(Unknown)} unknown)" : "";
        builder.Judge(
            "clean",
            Failing.Count == 0 && Unknown.Count > 0
                ? Measure.Missing($"of “{Title}”, at least {Rules[Measure.Fewest]} runs that say: {Text.List(Unknown)}", Runs, Events)
                : Measure.Of(Failing.Count, Runs, Events),
            Failing.Count == 0,
            $"“{Title}” runs clean: with little friction, the same result and nobody watching.",
            $"“{Title}” does not run clean: {Text.List(Failing)} {(Failing.Count == 1 ? "fails" : "fail")}{rest}.",
            Process.Id);
    }
}
