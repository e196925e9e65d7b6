using System.CommandLine;
using System.Globalization;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.TimeTravel;
using Spectre.Console;
using Text = Journal.Reports.Text;

namespace Journal.Cli.Reading;

/// <summary>journal explain</summary>
internal static class ExplainVerb
{
    private const int Shown = 20;

    public static Command Create()
    {
        var (report, options) = (ReportName.Argument(), new ReportOptions());
        var figure = new Argument<string>("figure") { Description = "The figure's name, or a finding's." };
        var subject = new Option<Guid?>("--subject") { Description = "Only the figure of this subject." };
        var on = new Option<string?>("--on") { Description = "Only the figure whose window holds this day; else the latest." };
        return CommandLine.Verb("explain", "The events, rules and code that a figure came from, down to the rows of an import.", [report, figure, subject, on, .. options.All], async (session, args, ct) =>
        {
            var (kind, author) = (ReportName.Find(args.GetValue(report)), await session.AuthorAsync("cli", ct));
            var request = await options.ReadAsync(session, author, args, ct);
            var explanation = await (await session.GetAsync<TimeTravelQueries>(ct))
                .ExplainAsync(kind, author.Person, request, args.GetValue(figure)!, args.GetValue(subject), Day(args.GetValue(on)), ct)
                ?? throw new VerbException(ExitCode.NotFound, "figure.unknown", "The report has no figure and no finding of that name, for that subject and day.");
            session.Printer.Answer(explanation, ReportsJson.Default.Explanation, console => Write(console, explanation));
            return ExitCode.Done;
        });
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new VerbException(ExitCode.Refused, "time.invalid", "--on is a date, such as 2026-01-05.");

    private static void Write(IAnsiConsole console, Explanation explanation)
    {
        if (explanation.Figure is { } figure)
        {
            console.WriteLine($"{figure.Label}, {figure.From:yyyy-MM-dd} to {figure.To:yyyy-MM-dd}: {Text.Value(figure)} ({Text.Rest(figure)})");
            console.WriteLine($"Made again from the events below and no others: {Text.Value(explanation.Recomputed, figure.Unit)}");
        }

        if (explanation.Finding is { } finding)
        {
            console.WriteLine($"{Text.Word(finding.State)}: {finding.Sentence}");
        }

        console.WriteLine($"It came from {explanation.Events.Count} events:");
        List(console, explanation.Events);
        console.WriteLine($"Read with {explanation.Context.Count} others of the same subjects:");
        List(console, explanation.Context);
        console.WriteLine(Footer.Of(explanation.Origin));
    }

    private static void List(IAnsiConsole console, IReadOnlyList<ExplainedEvent> events)
    {
        foreach (var e in events.Take(Shown))
        {
            console.WriteLine($"  {e.OccurredAt:yyyy-MM-dd HH:mm}  {e.Type}, recorded {e.RecordedAt:yyyy-MM-dd HH:mm}{(e.Source is { } source ? $" by {source}" : "")}  {e.Id}");
            if (e.Import is { } import)
            {
                console.WriteLine($"      {import.Table} {import.Key}: {import.Row}");
            }
        }

        if (events.Count > Shown)
        {
            console.WriteLine($"  and {events.Count - Shown} more; --json has them all");
        }
    }
}
