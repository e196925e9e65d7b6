using System.CommandLine;
using Journal.Cli.Recording;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Web.TimeTravel;

namespace Journal.Cli.Reading;

/// <summary>journal whatif | sensitivity</summary>
internal static class WhatIfVerbs
{
    public static Command WhatIf()
    {
        var (report, options) = (ReportName.Argument(), new ReportOptions());
        var events = Several("--without-event", "An event to leave out, by id.");
        var subjects = Several("--without-subject", "A subject to leave out with all that was said of it, by id or title.");
        var interventions = Several("--without-intervention", "An intervention to leave out with what occurred while it was under way: its id, its title or how its title begins.");
        return CommandLine.Verb("whatif", "The same history by other rules, or without some of it, beside the original. Nothing is stored.", [report, .. options.All, events, subjects, interventions], async (session, args, ct) =>
        {
            var (kind, author) = (ReportName.Find(args.GetValue(report)), await session.ReadingAuthorAsync(ct));
            var query = await options.QueryAsync(session, author, args, ct);
            var rules = (await ReportOptions.ReadAsync(session, author, query, ct)).Rules;
            var request = await ReportOptions.ReadAsync(session, author, query with { Rules = null }, ct);
            var omissions = new Omissions(
                await EachAsync(args.GetValue(events), one => Subjects.FindEventAsync(session, one, ct)),
                await EachAsync(args.GetValue(subjects), one => Subjects.FindAnyAsync(session, one, ct)),
                args.GetValue(interventions) ?? []);
            var (comparison, refusal) = await (await session.GetAsync<TimeTravelQueries>(ct)).WhatIfAsync(kind, author.Person, request, rules, omissions, ct);
            if (comparison is null)
            {
                throw VerbException.Of(refusal!);
            }

            session.Printer.Answer(comparison, ReportsJson.Default.ReportComparison, console => ChangesText.Write(console, comparison));
            return ExitCode.Done;
        });
    }

    public static Command Sensitivity()
    {
        var (report, options) = (ReportName.Argument(), new ReportOptions());
        var rule = new Argument<string>("rule") { Description = "The rule to vary, such as drop." };
        var low = new Option<double?>("--low") { Description = "The lowest value to look at." };
        var high = new Option<double?>("--high") { Description = "The highest." };
        return CommandLine.Verb("sensitivity", "Over which values of a rule the conclusions of a report hold.", [report, rule, .. options.All, low, high], async (session, args, ct) =>
        {
            var (kind, author) = (ReportName.Find(args.GetValue(report)), await session.ReadingAuthorAsync(ct));
            var request = await options.ReadAsync(session, author, args, ct);
            var (sensitivity, refusal) = await (await session.GetAsync<TimeTravelQueries>(ct))
                .SensitivityAsync(kind, author.Person, request, args.GetValue(rule)!, args.GetValue(low), args.GetValue(high), ct);
            if (sensitivity is null)
            {
                throw VerbException.Of(refusal!);
            }

            session.Printer.Answer(sensitivity, ReportsJson.Default.Sensitivity, console => SensitivityText.Write(console, sensitivity));
            return ExitCode.Done;
        });
    }

    private static async Task<Guid[]> EachAsync(string[]? named, Func<string, Task<Guid>> find)
    {
        var found = new List<Guid>();
        foreach (var one in named ?? [])
            found.Add(await find(one));
        return [.. found];
    }

    private static Option<string[]> Several(string name, string description) => new(name) { Description = description + " May be repeated." };
}
