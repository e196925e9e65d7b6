using System.CommandLine;
using System.Globalization;
using Journal.Cli.Output;
using Journal.Cli.Recording;
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
        var subject = new Option<string?>("--subject") { Description = "Only the figure of this subject: id or title." };
        var on = new Option<string?>("--on") { Description = "Only the figure whose window holds this day; else the latest." };
        return CommandLine.Verb("explain", "The events, rules and code that a figure came from, down to the rows of an import.", [report, figure, subject, on, .. options.All], async (session, args, ct) =>
        {
            var (kind, author) = (ReportName.Find(args.GetValue(report)), await session.ReadingAuthorAsync(ct));
            var request = await options.ReadAsync(session, author, args, ct);
            var explanation = await (await session.GetAsync<TimeTravelQueries>(ct))
                .ExplainAsync(kind, author.Person, request, args.GetValue(figure)!, await FoundAsync(session, args.GetValue(subject), ct), Day(Session.Spoken(args.GetValue(on), author)), ct)
                ?? throw new VerbException(ExitCode.NotFound, "figure.unknown", "The report has no figure and no finding of that name, for that subject and day.");
            session.Printer.Answer(explanation, ReportsJson.Default.Explanation, console => Write(console, explanation));
            return ExitCode.Done;
        });
    }

    private static async Task<Guid?> FoundAsync(Session session, string? named, CancellationToken ct) => named is null ? null : await Subjects.FindAnyAsync(session, named, ct);

    private static DateOnly? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new VerbException(ExitCode.Refused, "time.invalid", "--on is a day: 2026-01-05, yesterday, mon or -2d.");

    private static void Write(IAnsiConsole console, Explanation explanation)
    {
        if (explanation.Figure is { } figure)
        {
            console.Say($"{figure.Label}, {figure.From:yyyy-MM-dd} to {figure.To:yyyy-MM-dd}: {Text.Value(figure)} ({Text.Rest(figure)})");
            console.Say($"Made again from the events below and no others: {Text.Value(explanation.Recomputed, figure.Unit)}");
        }

        if (explanation.Finding is { } finding)
        {
            console.Say($"{Text.Word(finding.State)}: {finding.Sentence}");
        }

        console.Say($"It came from {explanation.Events.Count} events:");
        List(console, explanation.Events);
        console.Say($"Read with {explanation.Context.Count} others of the same subjects:");
        List(console, explanation.Context);
        console.Say(Footer.Of(explanation.Origin));
    }

    private static void List(IAnsiConsole console, IReadOnlyList<ExplainedEvent> events)
    {
        foreach (var e in events.Take(Shown))
        {
            console.Say($"  {e.OccurredAt:yyyy-MM-dd HH:mm}  {e.Type}, recorded {e.RecordedAt:yyyy-MM-dd HH:mm}{(e.Source is { } source ? $" by {source}" : "")}  {e.Id}");
            if (e.Import is { } import)
            {
                console.Say($"      {import.Table} {import.Key}: {import.Row}");
            }
        }

        if (events.Count > Shown)
        {
            console.Say($"  and {events.Count - Shown} more; --json has them all");
        }
    }
}
