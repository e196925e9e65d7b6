using System.CommandLine;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Web.Reports;

namespace Journal.Cli.Reading;

/// <summary>journal report alignment | cycles | and every report of the common shape</summary>
internal static class ReportVerbs
{
    public static Command Create() => CommandLine.Group("report", "What the history shows.", [Alignment(), Cycles(), .. JournalReports.All.Select(Common)]);

    private static Command Alignment() => Report("alignment", "Each layer's score per ISO week, and each practice's adherence.", async (session, _, queries, person, request, ct) =>
    {
        var report = await queries.AlignmentAsync(person, request, ct);
        session.Printer.Answer(report, ReportsJson.Default.AlignmentReport, console => AlignmentText.Write(console, report));
    });

    private static Command Cycles() => Report("cycles", "Which practices made progress, and where a regression followed.", async (session, _, queries, person, request, ct) =>
    {
        var report = await queries.CyclesAsync(person, request, ct);
        session.Printer.Answer(report, ReportsJson.Default.CyclesReport, console => CyclesText.Write(console, report));
    });

    private static Command Common(ReportKind kind)
    {
        var csv = new Option<bool>("--csv") { Description = "Print comma-separated values." };
        return Report(kind.Name, kind.Summary, async (session, args, queries, person, request, ct) =>
        {
            var report = await queries.ReportAsync(kind, person, request, ct);
            if (args.GetValue(csv))
            {
                await Console.Out.WriteAsync(ReportCsv.Write(report));
                return;
            }

            session.Printer.Answer(report, ReportsJson.Default.Report, console => ReportText.Write(console, report));
        }, csv);
    }

    private static Command Report(
        string name, string description, Func<Session, ParseResult, ReportQueries, Guid, ReportRequest, CancellationToken, Task> write, params IEnumerable<Option> more)
    {
        var options = new ReportOptions();
        return CommandLine.Verb(name, description, [.. options.All, .. more], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var request = await options.ReadAsync(session, author, args, ct);
            await write(session, args, await session.GetAsync<ReportQueries>(ct), author.Person, request, ct);
            return ExitCode.Done;
        });
    }
}
