using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Web.Reports;

namespace Journal.Cli.Reading;

/// <summary>journal report NAME | rules</summary>
internal static class ReportVerbs
{
    public static Command Create() => CommandLine.Group("report", "What the history shows.", [.. AllReports.Kinds.Select(Report), ListRules()]);

    private static Command Report(ReportKind kind)
    {
        var options = new ReportOptions();
        var csv = new Option<bool>("--csv") { Description = "Print comma-separated values." };
        return CommandLine.Verb(kind.Name, kind.Summary, [.. options.All, csv], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var request = await options.ReadAsync(session, author, args, ct);
            var report = await (await session.GetAsync<ReportQueries>(ct)).ReportAsync(kind, author.Person, request, ct);
            if (args.GetValue(csv))
            {
                await Terminal.Current.Out.WriteAsync(CsvForATerminal(ReportCsv.Write(report)));
                return ExitCode.Done;
            }

            Answer(session, report);
            return ExitCode.Done;
        });
    }

    // Cells keep their line breaks, as they do in a file.
    private static string CsvForATerminal(string csv) => string.Join("\r\n", csv.Split("\r\n").Select(Printable.Lines));

    private static void Answer(Session session, Report report)
    {
        switch (report)
        {
            case AlignmentReport alignment:
                session.Printer.Answer(alignment, ReportsJson.Default.AlignmentReport, console => AlignmentText.Write(console, alignment));
                break;
            case CyclesReport cycles:
                session.Printer.Answer(cycles, ReportsJson.Default.CyclesReport, console => CyclesText.Write(console, cycles));
                break;
            default:
                session.Printer.Answer(report, ReportsJson.Default.Report, console => ReportText.Write(console, report));
                break;
        }
    }

    private static Command ListRules() => CommandLine.Verb("rules", "Every rule that reports judge by, with its default and its bounds.", [], (session, _, _) =>
    {
        session.Printer.Answer(new RuleList(Rules.All), ReportsJson.Default.RuleList, console =>
        {
            foreach (var rule in Rules.All)
            {
                console.Say(FormattableString.Invariant($"{rule.Name}={rule.Default} ({rule.Lowest} to {rule.Highest})  {rule.Meaning}"));
            }
        });
        return Task.FromResult(ExitCode.Done);
    });
}
