using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Reports.Figures;
using Journal.Reports.Provenance;
using Journal.Reports.Writing;
using Journal.Server.Reports;

namespace Journal.Cli.Reading;

/// <summary>journal report alignment | cycles | and every report of the common shape</summary>
internal static class ReportVerbs
{
    public static Command Create() => CommandLine.Group("report", "What the history shows.", [Alignment(), Cycles(), .. JournalReports.All.Select(Common)]);

    private static Command Alignment() => Report("alignment", "Each layer's score per ISO week, and each practice's adherence.", async (session, _, desk, person, request, ct) =>
    {
        var report = await desk.AlignmentAsync(person, request, ct);
        session.Printer.Answer(report, ReportsJson.Default.AlignmentReport, console => AlignmentText.Write(console, report));
    });

    private static Command Cycles() => Report("cycles", "Which practices made progress, and where a regression followed.", async (session, _, desk, person, request, ct) =>
    {
        var report = await desk.CyclesAsync(person, request, ct);
        session.Printer.Answer(report, ReportsJson.Default.CyclesReport, console => CyclesText.Write(console, report));
    });

    private static Command Common(ReportKind kind)
    {
        var csv = new Option<bool>("--csv") { Description = "Print comma-separated values." };
        return Report(kind.Name, kind.Summary, async (session, args, desk, person, request, ct) =>
        {
            var report = await desk.ReportAsync(kind, person, request, ct);
            if (args.GetValue(csv))
            {
                await Console.Out.WriteAsync(ReportCsv.Write(report));
                return;
            }

            session.Printer.Answer(report, ReportsJson.Default.Report, console => ReportText.Write(console, report));
        }, csv);
    }

    private static Command Report(
        string name, string description, Func<Session, ParseResult, ReportDesk, Guid, ReportRequest, CancellationToken, Task> write, params IEnumerable<Option> more)
    {
        var from = new Option<string?>("--from") { Description = "The first day." };
        var to = new Option<string?>("--to") { Description = "The last day; today when left out." };
        var asOf = new Option<string?>("--as-of") { Description = "Valid time: only what was true by then." };
        var knownAt = new Option<string?>("--known-at") { Description = "Append time: only what was recorded by then." };
        var aim = new Option<Guid?>("--aim") { Description = "Only what is linked to this aim." };
        var rules = new Option<string[]>("--rules") { Description = "Other rules: name=value pairs (drop=0.5), or a JSON file of them.", AllowMultipleArgumentsPerToken = true };
        return CommandLine.Verb(name, description, [from, to, asOf, knownAt, aim, rules, .. more], async (session, args, ct) =>
        {
            var author = await session.AuthorAsync("cli", ct);
            var query = new ReportQuery(
                args.GetValue(from),
                args.GetValue(to),
                args.GetValue(asOf),
                args.GetValue(knownAt),
                args.GetValue(aim),
                [.. (args.GetValue(rules) ?? []).SelectMany(ReadRules)]);
            var clock = await session.GetAsync<TimeProvider>(ct);
            var (request, refusal) = ReportRequests.Read(query, author.Zone, clock.GetUtcNow());
            if (request is null)
            {
                throw VerbException.Of(refusal!);
            }

            await write(session, args, await session.GetAsync<ReportDesk>(ct), author.Person, request, ct);
            return ExitCode.Done;
        });
    }

    private static IEnumerable<string> ReadRules(string given)
    {
        if (given.Contains('=', StringComparison.Ordinal))
        {
            return [given];
        }

        if (!File.Exists(given))
        {
            throw new VerbException(ExitCode.Refused, "rules.invalid", "Rules are given as name=value, such as drop=0.5, or as a JSON file.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(given));
            return [.. document.RootElement.EnumerateObject().Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Name}={rule.Value.GetDouble()}"))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new VerbException(ExitCode.Refused, "rules.invalid", "A file of rules holds one JSON object of numbers, such as {\"drop\": 0.5}.");
        }
    }
}
