using System.CommandLine;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Web.Series;

namespace Journal.Cli.Reading;

/// <summary>journal analyze changes | cycles FILE</summary>
internal static class AnalyzeVerbs
{
    public static Command Create() => CommandLine.Group("analyze", "Look through any series of numbers; nothing is stored.", Changes(), Cycles());

    private static Argument<string> File() => new("file")
    {
        Description = "JSON: an array, {\"values\": [...]} or {\"days\": [\"2025-01-01\", ...], \"values\": [...]}; or CSV: date,value. Null or empty is missing.",
    };

    private static Command Changes()
    {
        var file = File();
        return CommandLine.Verb("changes", "Where a series begins to behave otherwise.", [file], async (session, args, ct) =>
        {
            var answer = ChangesAnswer.Of(await ReadAsync(args.GetValue(file)!, ct), ct);
            session.Printer.Answer(answer, SeriesJson.Default.ChangesAnswer, console =>
            {
                foreach (var change in answer.Details)
                {
                    console.Say(FormattableString.Invariant($"{change.Index}  confidence {change.Confidence:0.00}  {change.Reason}"));
                }

                console.Say(answer.Summary);
            });
            return ExitCode.Done;
        });
    }

    private static Command Cycles()
    {
        var file = File();
        return CommandLine.Verb("cycles", "Rises in a series of days, and what became of them.", [file], async (session, args, ct) =>
        {
            var (answer, refusal) = CyclesAnswer.Of(await ReadAsync(args.GetValue(file)!, ct), ct);
            if (answer is null)
            {
                throw VerbException.Of(refusal!);
            }

            session.Printer.Answer(answer, SeriesJson.Default.CyclesAnswer, console =>
            {
                foreach (var cycle in answer.Cycles)
                {
                    console.Say(FormattableString.Invariant($"{cycle.Kind}  onset {cycle.Onset}, peak {cycle.Peak}, erosion {cycle.Erosion}, back {cycle.Back}  confidence {cycle.Confidence:0.00}  {cycle.Reason}"));
                }

                console.Say(answer.Warnings.Count > 0 ? $"{answer.Summary} Warnings on {string.Join(", ", answer.Warnings)}." : answer.Summary);
            });
            return ExitCode.Done;
        });
    }

    private static async Task<DatedSeries> ReadAsync(string path, CancellationToken ct)
    {
        var (series, refusal) = await SeriesFile.ReadAsync(path, ct);
        return series ?? throw VerbException.Of(refusal!);
    }
}
