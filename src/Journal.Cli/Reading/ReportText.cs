using Journal.Reports.Figures;
using Journal.Reports.Writing;
using Spectre.Console;
using ReportTable = Journal.Reports.Figures.Table;
using Words = Journal.Reports.Writing.Words;

namespace Journal.Cli.Reading;

/// <summary>Any report of the common shape for a terminal, with small charts.</summary>
internal static class ReportText
{
    private const int Shown = 20;

    public static void Write(IAnsiConsole console, Report report)
    {
        if (report.Insufficient is { } missing)
        {
            console.WriteLine(missing);
        }

        foreach (var finding in report.Findings)
        {
            console.WriteLine($"{Mark(finding.State)} {finding.Sentence}");
            foreach (var other in finding.Alternatives)
            {
                console.WriteLine($"    it may also be: {other}");
            }
        }

        Figures(console, report.Figures);
        foreach (var series in report.Series.Where(series => series.Points.Any(point => point.Value is not null)))
        {
            var known = series.Points.Where(point => point.Value is not null).ToList();
            console.WriteLine($"{series.Label} ({Words.Value(known[0].Value, series.Unit)} to {Words.Value(known[^1].Value, series.Unit)}, {series.Points[0].Day:O} to {series.Points[^1].Day:O})");
            console.WriteLine("  " + Spark.Line(series.Points));
        }

        foreach (var table in report.Tables.Where(table => table.Rows.Count > 0))
        {
            List(console, table);
        }

        console.WriteLine(Footer.Of(report.Origin));
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Found => "*",
        FindingState.NotFound => "-",
        _ => "?",
    };

    private static void Figures(IAnsiConsole console, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns("", "", "");
        foreach (var figure in figures)
        {
            table.AddRow(Markup.Escape(figure.Label), Markup.Escape(Words.Value(figure)), Markup.Escape(Words.Rest(figure)));
        }

        console.Write(table.HideHeaders());
    }

    private static void List(IAnsiConsole console, ReportTable table)
    {
        console.WriteLine(table.Label);
        var shown = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns([.. table.Columns.Select(Markup.Escape)]);
        foreach (var row in table.Rows.Take(Shown))
        {
            shown.AddRow([.. row.Cells.Select(cell => Markup.Escape(cell ?? "–"))]);
        }

        console.Write(shown);
        if (table.Rows.Count > Shown)
        {
            console.WriteLine($"  and {table.Rows.Count - Shown} more; --json has them all");
        }
    }
}
