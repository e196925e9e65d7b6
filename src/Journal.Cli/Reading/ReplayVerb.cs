using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.Reports;
using Journal.Web.TimeTravel;
using Spectre.Console;

namespace Journal.Cli.Reading;

/// <summary>journal replay</summary>
internal static class ReplayVerb
{
    private const int Shown = 8;

    public static Command Create()
    {
        var report = new Argument<string?>("report") { Description = "The report whose figures are watched.", DefaultValueFactory = _ => "alignment" };
        var step = new Option<string?>("--step") { Description = "event, day or week; week when left out." };
        var clock = new Option<string?>("--clock") { Description = "known: what had been recorded by then. true: what had happened by then. known when left out." };
        var after = new Option<long?>("--after") { Description = "Go on behind the step of this position." };
        var to = new Option<string?>("--out") { Description = "Write the run into this file, one JSON document a line." };
        var options = new ReportOptions();
        return CommandLine.Verb("replay", "Step through the history: what each step changed in the figures of a report.", [report, step, clock, after, to, .. options.OfReplay], async (session, args, ct) =>
        {
            var author = await session.ReadingAuthorAsync(ct);
            var query = await options.QueryAsync(session, author, args, ct);
            var asked = new ReplayQuery
            {
                Report = args.GetValue(report),
                Step = args.GetValue(step),
                Clock = args.GetValue(clock),
                From = query.From,
                To = query.To,
                KnownAt = query.KnownAt,
                Aim = query.Aim,
                Rules = query.Rules,
                After = args.GetValue(after),
            };
            var (plan, refusal) = await asked.ReadAsync(author, await session.GetAsync<ReportQuestions>(ct), ct);
            var replay = await (await session.GetAsync<TimeTravelQueries>(ct)).ReplayAsync(author.Person, plan ?? throw VerbException.Of(refusal!), ct);
            if (!replay.Knows(asked.After ?? 0))
            {
                throw new VerbException(ExitCode.Refused, "position.unknown", "No event of this history is at that position.");
            }

            await RunAsync(replay, asked.After ?? 0, args.GetValue(to), session.Printer, ct);
            return ExitCode.Done;
        });
    }

    private static async Task RunAsync(Replay replay, long after, string? file, Printer printer, CancellationToken ct)
    {
        await using var lines = file is null && !printer.IsJson ? null : new StreamWriter(file is null ? Terminal.OpenOutput() : File.Create(file), new UTF8Encoding(false));
        var steps = 0;
        foreach (var step in replay.Steps(after))
        {
            ct.ThrowIfCancellationRequested();
            steps++;
            await WriteAsync(lines, step, ReportsJson.Default.ReplayedStep, ct);
            if (lines is null)
            {
                Say(step);
            }
        }

        var end = replay.End();
        await WriteAsync(lines, end, ReportsJson.Default.ReplayEnd, ct);
        if (lines is null)
        {
            Terminal.Current.Out.WriteLine($"{steps} steps, to position {end.Position}. Facts {end.Facts[..12]}, report {end.Report[..12]}.");
        }
        else if (file is not null)
        {
            Printer.Messages.WriteLine($"{steps} steps written to {file}.");
        }
    }

    private static Task WriteAsync<T>(StreamWriter? lines, T value, JsonTypeInfo<T> info, CancellationToken ct) =>
        lines is null ? Task.CompletedTask : lines.WriteLineAsync(JsonSerializer.Serialize(value, info).AsMemory(), ct);

    private static void Say(ReplayedStep step)
    {
        Terminal.Current.Out.WriteLine(Printable.Line($"{step.Moment}  {What(step)}"));
        foreach (var line in ChangesText.Lines(step.Changes, Shown))
        {
            Terminal.Current.Out.WriteLine(Printable.Line($"    {line}"));
        }
    }

    private static string What(ReplayedStep step) => step.Events.Count == 0
        ? "nothing was recorded"
        : string.Join(", ", step.Events.GroupBy(e => e.Type).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Count() == 1 ? same.Key : $"{same.Count()} {same.Key}"))
          + $" (position {step.Position})";
}
