using Journal.Cli.Output;
using Journal.Reports.Alignment;
using Spectre.Console;

namespace Journal.Cli.Reading;

/// <summary>The alignment history for a terminal.</summary>
internal static class AlignmentText
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public static void Write(IAnsiConsole console, AlignmentReport report)
    {
        if (report.Insufficient is { } missing)
        {
            console.Say(missing);
            return;
        }

        foreach (var practice in report.Practices)
        {
            console.MarkupLine($"[bold]{Saying.Cell(Named.Of(practice.Title, practice.PracticeId, report.Practices.Select(one => one.Title)))}[/] ({practice.N} known weeks)");
            console.Say($"  {Spark(practice.Weeks.Select(week => week.Adherence))}");
        }

        var table = new Table().AddColumns("week", "belief", "thinking", "execution", "alignment", "limiting");
        foreach (var week in report.Weeks)
        {
            table.AddRow(
                $"{week.Week}  {week.Start:yyyy-MM-dd}",
                Score(week.Belief.Score),
                Score(week.Thinking.Score),
                Score(week.Execution.Score),
                Score(week.Alignment),
                week.Limiting?.ToString().ToLowerInvariant() ?? "");
        }

        console.Write(table);
        console.Say(Footer.Of(report.Origin));
    }

    /// <summary>A bar for each known week, a dot for one that is not known.</summary>
    internal static string Spark(IEnumerable<double?> values) =>
        string.Concat(values.Select(value => value is { } v ? Bars[Math.Min(Bars.Length - 1, (int)(v * Bars.Length))] : '·'));

    internal static string Score(double? value) => value is { } v ? FormattableString.Invariant($"{v:0.00}") : "·";
}
