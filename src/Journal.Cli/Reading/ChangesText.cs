using Journal.Cli.Output;
using Journal.Reports.TimeTravel;
using Spectre.Console;
using Text = Journal.Reports.Text;

namespace Journal.Cli.Reading;

/// <summary>What moved between two reports, for a person.</summary>
internal static class ChangesText
{
    private const int Shown = 40;

    public static void Write(IAnsiConsole console, ReportComparison comparison)
    {
        console.Say($"a: {Footer.Of(comparison.Before)}");
        console.Say($"b: {Footer.Of(comparison.After)}");
        if (comparison.Changes.IsEmpty())
        {
            console.Say("Both say the same.");
        }

        foreach (var line in Lines(comparison.Changes, Shown))
        {
            console.Say(line);
        }
    }

    /// <summary>A line for each change: findings first, then figures, then rows.</summary>
    /// <param name="changes">What moved.</param>
    /// <param name="most">At most so many of each.</param>
    public static IEnumerable<string> Lines(ReportChanges changes, int most) =>
    [
        .. Some(changes.Findings.Select(Line), changes.Findings.Count, most, "findings"),
        .. Some(changes.Figures.Select(Line), changes.Figures.Count, most, "figures"),
        .. Some(changes.Rows.Select(Line), changes.Rows.Count, most, "rows"),
    ];

    private static IEnumerable<string> Some(IEnumerable<string> lines, int count, int most, string what) =>
        count > most ? lines.Take(most).Append($"  and {count - most} more {what}; --json has them all") : lines;

    private static string Line(FindingChange finding) => finding switch
    {
        { Change: Change.Appeared } => $"+ {finding.SentenceAfter} {Because(finding.Events)}",
        { Change: Change.Vanished } => $"- {finding.SentenceBefore} {Because(finding.Events)}",
        _ => $"~ {finding.SentenceBefore} => {finding.SentenceAfter} {Because(finding.Events)}",
    };

    private static string Line(FigureChange figure) =>
        FormattableString.Invariant($"{Mark(figure.Change)} {figure.Label}, {figure.From:yyyy-MM-dd}: {Text.Value(figure.Before, figure.Unit)} => {Text.Value(figure.After, figure.Unit)} {Because(figure.Events)}");

    private static string Line(RowChange row) => $"{Mark(row.Change)} {row.Table}: {string.Join(", ", row.Cells.Select(cell => cell ?? "–"))}";

    private static char Mark(Change change) => change switch
    {
        Change.Appeared => '+',
        Change.Vanished => '-',
        _ => '~',
    };

    private static string Because(EvidenceChange events) => (events.Added.Count, events.Removed.Count) switch
    {
        (0, 0) => "(from the same events)",
        (var added, 0) => $"({added} more {Noun(added)})",
        (0, var removed) => $"({removed} fewer {Noun(removed)})",
        var (added, removed) => $"({added} more {Noun(added)}, {removed} fewer)",
    };

    private static string Noun(int count) => count == 1 ? "event" : "events";
}
