using System.CommandLine;
using System.Globalization;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Reports.Review;
using Journal.Web.Reports;
using Spectre.Console;
using Text = Journal.Reports.Text;

namespace Journal.Cli.Reading;

/// <summary>journal review [--week DAY]: the week in plain sentences.</summary>
internal static class ReviewVerb
{
    public static Command Create()
    {
        var week = new Option<string?>("--week", "-w") { Description = "A day of the week, or its name such as 2026-W08; the last whole week when left out." };
        return CommandLine.Verb("review", "The week in at most twelve sentences: what happened, what changed, what erodes, what cannot be told.", [week], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var request = await ReportOptions.ReadAsync(session, author, new() { To = Sunday(args.GetValue(week)) }, ct);
            var report = await (await session.GetAsync<ReportQueries>(ct)).ReportAsync(ReviewReport.Kind, author.Person, request, ct);
            session.Printer.Answer(report, ReportsJson.Default.Report, console => Write(console, report));
            return ExitCode.Done;
        });
    }

    private static void Write(IAnsiConsole console, Report report)
    {
        foreach (var finding in report.Findings)
        {
            console.WriteLine($"{finding.Sentence}{(finding.N > 0 ? $"  (n {finding.N})" : "")}");
        }

        if (report.Asked.StillNeeded is { } needed)
        {
            console.WriteLine(needed);
        }

        console.WriteLine(Footer.Of(report.Origin));
    }

    /// <exception cref="VerbException">It names no week.</exception>
    private static string? Sunday(string? week)
    {
        if (week is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Text.Day(Reports.Weeks.IsoWeek.Of(day).Sunday);
        }

        if (week.Split("-W") is [{ Length: 4 } year, { Length: 2 } number] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is > 1 and < 9999
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= ISOWeek.GetWeeksInYear(y))
        {
            return Text.Day(DateOnly.FromDateTime(ISOWeek.ToDateTime(y, n, DayOfWeek.Sunday)));
        }

        throw new VerbException(ExitCode.Refused, "week.invalid", "A week is named by one of its days, such as 2026-02-18, or as 2026-W08.");
    }
}
