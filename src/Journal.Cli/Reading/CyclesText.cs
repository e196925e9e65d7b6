using Journal.Cli.Output;
using Journal.Reports;
using Journal.Reports.Cycles;
using Spectre.Console;

namespace Journal.Cli.Reading;

/// <summary>The cycles for a terminal.</summary>
internal static class CyclesText
{
    public static void Write(IAnsiConsole console, CyclesReport report)
    {
        foreach (var practice in report.Practices)
        {
            console.MarkupLine($"[bold]{Saying.Cell(Named.Of(practice.Title, practice.PracticeId, report.Practices.Select(one => one.Title)))}[/]{(practice.Source is { } source ? Saying.Cell($" ({source})") : "")}, {practice.N} known {(practice.N == 1 ? "week" : "weeks")}");
            foreach (var line in Lines(practice))
            {
                console.Say("  " + line);
            }
        }

        if (report.Practices.Count == 0)
        {
            console.Say("No practice is recorded yet. journal practice adopt TITLE begins one.");
        }

        foreach (var finding in report.Findings.Where(finding => finding.Name is "survival" or "warning" && finding.State != FindingState.Insufficient))
        {
            console.Say($"{(finding.State == FindingState.Found ? "*" : "-")} {finding.Sentence}");
        }

        if (report.Asked.StillNeeded is { } needed)
        {
            console.Say("? " + needed);
        }

        if (report.Asked.Sentence is { } asked)
        {
            console.Say(asked);
        }

        console.Say(Footer.Of(report.Origin));
    }

    private static IEnumerable<string> Lines(PracticeCycles practice)
    {
        foreach (var cycle in practice.Cycles)
        {
            yield return FormattableString.Invariant(
                $"{cycle.State} cycle: progress from {cycle.Onset:yyyy-MM-dd}, peak {cycle.Peak:0.00}, regression from {cycle.Regression:yyyy-MM-dd} for {cycle.Weeks} weeks, trough {cycle.Trough:0.00}{(cycle.Recovered is { } again ? $", recovered {again:yyyy-MM-dd}" : "")}; {cycle.Evidence.Count} events");
            foreach (var note in cycle.Notes)
            {
                yield return "  " + note;
            }
        }

        if (practice.OpenProgress is { } open)
        {
            yield return FormattableString.Invariant($"open progress from {open.Onset:yyyy-MM-dd}, peak {open.Peak:0.00}, {open.Weeks} weeks");
        }

        if (practice.Chance is { } chance)
        {
            yield return chance.Sentence;
        }

        if (practice.Insufficient is { } missing)
        {
            yield return missing;
        }
        else if (practice is { Cycles.Count: 0, OpenProgress: null })
        {
            yield return "no cycle and no open progress";
        }
    }
}
