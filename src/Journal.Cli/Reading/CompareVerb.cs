using System.CommandLine;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Server.Retrospect;

namespace Journal.Cli.Reading;

/// <summary>journal compare</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var (report, a, b) = (ReportName.Argument(), new ReportOptions("a"), new ReportOptions("b"));
        return CommandLine.Verb("compare", "One report asked in two ways: which figures moved from a to b, and because of which events.", [report, .. a.All, .. b.All], async (session, args, ct) =>
        {
            var (kind, author) = (ReportName.Find(args.GetValue(report)), await session.AuthorAsync("cli", ct));
            var (before, after) = (await a.ReadAsync(session, author, args, ct), await b.ReadAsync(session, author, args, ct));
            var comparison = await (await session.GetAsync<RetrospectDesk>(ct)).CompareAsync(kind, author.Person, before, after, ct);
            session.Printer.Answer(comparison, ReportsJson.Default.ReportComparison, console => ChangesText.Write(console, comparison));
            return ExitCode.Done;
        });
    }
}
