using Journal.Cli.Output;
using Journal.Reports;
using Spectre.Console;
using ReportTable = Journal.Reports.Table;
using Text = Journal.Reports.Text;

namespace Journal.Cli.Reading;

/// <summary>Any report of the common shape for a terminal, with small charts.</summary>
internal static class ReportText
{
    private const int Shown = 20;
    private const int Alike = 5;

    public static void Write(IAnsiConsole console, Report report)
    {
        if (report.Insufficient is { } missing)
        {
            console.Say(missing);
        }

        foreach (var same in report.Findings.Where(finding => finding.State != FindingState.Insufficient).GroupBy(finding => finding.Name))
        {
            Findings(console, [.. same]);
        }

        foreach (var about in report.Figures.GroupBy(figure => figure.Subject))
        {
            Figures(console, report, about.Key, [.. about.Where(figure => figure.Value is not null)]);
        }

        foreach (var series in report.Series.Where(series => series.Points.Any(point => point.Value is not null)))
        {
            var known = series.Points.Where(point => point.Value is not null).ToList();
            console.Say($"{series.Label} ({Text.Value(known[0].Value, series.Unit)} to {Text.Value(known[^1].Value, series.Unit)}, {series.Points[0].Day:O} to {series.Points[^1].Day:O})");
            console.Say("  " + Spark.Line(series.Points));
        }

        foreach (var table in report.Tables.Where(table => table.Rows.Count > 0))
        {
            List(console, table);
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

    // Where one sort of thing was found often, the first show what it is.
    private static void Findings(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Take(Alike))
        {
            console.Say($"{Mark(finding.State)} {finding.Sentence}");
            foreach (var other in finding.Alternatives)
            {
                console.Say($"    it may also be: {other}");
            }
        }

        if (findings.Count > Alike)
        {
            console.Say($"  and {findings.Count - Alike} more of the sort; --json has them all");
        }
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Found => "*",
        FindingState.NotFound => "-",
        _ => "?",
    };

    private static void Figures(IAnsiConsole console, Report report, Guid? subject, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        if (report.Subjects.FirstOrDefault(one => one.Id == subject) is { } named)
        {
            console.Say($"{char.ToUpperInvariant(named.Kind[0])}{named.Kind[1..]} “{Short(named.Title)}”");
        }

        var table = new Spectre.Console.Table().Border(TableBorder.None).AddColumns("", "", "");
        foreach (var figure in figures)
        {
            table.AddRow("  " + Saying.Cell(figure.Label + Period(report, figure)), Saying.Cell(Text.Value(figure)), Saying.Cell(Text.Rest(figure)));
        }

        console.Write(table.HideHeaders());
    }

    private static string Short(string title) => title.Length <= 70 ? title : title[..69].TrimEnd() + "…";

    private static string Period(Report report, Figure figure) =>
        figure.To != report.Origin.To || (report.Figures.Any(other => other.Name == figure.Name && other.Subject == figure.Subject && other.From != figure.From))
            ? $", {figure.From:O} to {figure.To:O}"
            : "";

    private static void List(IAnsiConsole console, ReportTable table)
    {
        console.Say(table.Label);
        var columns = Enumerable.Range(0, table.Columns.Count).Where(i => !Words.IsId(table.Columns[i])).ToList();
        var shown = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns([.. columns.Select(i => Saying.Cell(table.Labels[i]))]);
        foreach (var row in table.Rows.Take(Shown))
        {
            shown.AddRow([.. columns.Select(i => Saying.Cell(row.Cells[i] is { } cell ? Words.InCell(cell) : "–"))]);
        }

        console.Write(shown);
        if (table.Rows.Count > Shown)
        {
            console.Say($"  and {table.Rows.Count - Shown} more; --json has them all");
        }
    }
}
