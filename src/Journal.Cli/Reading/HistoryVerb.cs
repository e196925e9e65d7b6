using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Journal.Cli.Output;
using Journal.Cli.Recording;
using Journal.Cli.Running;
using Journal.Web.History;
using Journal.Web.Http;
using Spectre.Console;
using Table = Spectre.Console.Table;
using Text = Journal.Reports.Text;

namespace Journal.Cli.Reading;

/// <summary>journal history</summary>
internal static class HistoryVerb
{
    public static Command Create()
    {
        var kind = new Option<string[]>("--kind", "-k") { Description = "Stored event names or families (aims, beliefs, practices, outcomes, entries, states, interventions)." };
        var aim = new Option<string?>("--aim") { Description = "Only what served this aim: id or title." };
        var from = new Option<string?>("--from") { Description = "Valid time: the first day or moment." };
        var to = new Option<string?>("--to") { Description = "Valid time: the last day or moment." };
        var asOf = new Option<string?>("--as-of") { Description = "Valid time: only what was true by then." };
        var knownAt = new Option<string?>("--known-at") { Description = "Append time: only what was recorded by then." };
        var limit = new Option<int?>("--limit") { Description = "Events a page, 1 to 500; 100 when left out." };
        var cursor = new Option<string?>("--cursor") { Description = "The next of the page before." };
        return CommandLine.Verb("history", "Everything recorded, in the order it was recorded.", [kind, aim, from, to, asOf, knownAt, limit, cursor], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var query = new HistoryQuery
            {
                Kind = args.GetValue(kind),
                Aim = await Subjects.AimAsync(session, args.GetValue(aim), ct),
                From = Session.Spoken(args.GetValue(from), author),
                To = Session.Spoken(args.GetValue(to), author),
                AsOf = Session.Spoken(args.GetValue(asOf), author),
                KnownAt = Session.Spoken(args.GetValue(knownAt), author),
                Cursor = args.GetValue(cursor),
                Limit = args.GetValue(limit)?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
            var (page, refusal) = await (await session.GetAsync<HistoryQueries>(ct)).ReadAsync(author, query, ct);
            if (page is null)
            {
                throw VerbException.Of(refusal!);
            }

            session.Printer.Answer(new HistoryAnswer(page.Events, page.Next) { Unreadable = page.Unreadable }, ReadingJson.Default.HistoryAnswer, console => Write(console, page));
            return ExitCode.Done;
        });
    }

    private static void Write(IAnsiConsole console, HistoryPage page)
    {
        var table = new Table().AddColumns("occurred", "what", "subject", "says");
        foreach (var e in page.Events)
        {
            table.AddRow(e.OccurredAt.ToString("yyyy-MM-dd HH:mm", null) + (e.Future is true ? " (in the future)" : ""), e.Type, Saying.Short(e.Subject), Saying.Cell(Says(e.Data)));
        }

        console.Write(table);
        if (Journal.Reports.ReportOrigin.NoteOf(page.Unreadable) is { } note)
        {
            console.WriteLine(note);
        }

        if (page.Next is { } next)
        {
            console.Say($"More: --cursor {next}");
        }
    }

    private static string Says(JsonElement data) => string.Join(
        ", ",
        data.EnumerateObject()
            .Where(property => property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Array) && !property.Name.EndsWith("Id", StringComparison.Ordinal) && property.Name != "occurredAt")
            .Select(property => $"{property.Name}: {(property.Value.ValueKind == JsonValueKind.Number ? Text.Plain(property.Value.GetDouble()) : property.Value.ToString())}"));
}

/// <param name="Next">The cursor of the next page; null when this is the last.</param>
internal sealed record HistoryAnswer(IReadOnlyList<EventView> Events, string? Next)
{
    /// <summary>How many of these events could not be read; left out where all could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unreadable { get; init; }
}
