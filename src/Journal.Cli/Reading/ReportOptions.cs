using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Journal.Cli.Recording;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Recording;
using Journal.Reports;
using Journal.Web.Reports;

namespace Journal.Cli.Reading;

/// <summary>How a report is asked on the command line.</summary>
/// <param name="side">Which of several reports they are for, such as <c>a</c>: then they are called --a-from and so on.</param>
internal sealed class ReportOptions(string? side = null)
{
    private readonly Option<string?> from = new(Named("from", side)) { Description = "The first day." };
    private readonly Option<string?> to = new(Named("to", side)) { Description = "The last day; today when left out." };
    private readonly Option<string?> asOf = new(Named("as-of", side))
    {
        Description = "Valid time: only what was true by then. A time, or before:intervention:TITLE, peak:PRACTICE:NUMBER, label:NAME.",
    };

    private readonly Option<string?> knownAt = new(Named("known-at", side)) { Description = "Append time: only what was recorded by then." };
    private readonly Option<string?> aim = new(Named("aim", side)) { Description = "Only what is linked to this aim: id or title." };
    private readonly Option<string[]> rules = new(Named("rules", side))
    {
        Description = "Other rules: name=value pairs (drop=0.5), or a JSON file of them.",
        AllowMultipleArgumentsPerToken = true,
    };

    public IEnumerable<Symbol> All => [from, to, asOf, knownAt, aim, rules];

    /// <summary>Those of a replay, which goes through the moments itself.</summary>
    public IEnumerable<Symbol> OfReplay => [from, to, knownAt, aim, rules];

    /// <summary>What was asked, as text; times in words are written out.</summary>
    public async Task<ReportQuery> QueryAsync(Session session, Author author, ParseResult args, CancellationToken ct) => new()
    {
        From = Session.Spoken(args.GetValue(from), author),
        To = Session.Spoken(args.GetValue(to), author),
        AsOf = Session.Spoken(args.GetValue(asOf), author),
        KnownAt = Session.Spoken(args.GetValue(knownAt), author),
        Aim = await Subjects.AimAsync(session, args.GetValue(aim), ct),
        Rules = [.. (args.GetValue(rules) ?? []).SelectMany(ReadRules)],
    };

    /// <summary>What was asked, as a report takes it.</summary>
    /// <exception cref="VerbException">It cannot be asked so.</exception>
    public async Task<ReportRequest> ReadAsync(Session session, Author author, ParseResult args, CancellationToken ct) =>
        await ReadAsync(session, author, await QueryAsync(session, author, args, ct), ct);

    /// <summary>A question as a report takes it.</summary>
    /// <exception cref="VerbException">It cannot be asked so.</exception>
    public static async Task<ReportRequest> ReadAsync(Session session, Author author, ReportQuery query, CancellationToken ct)
    {
        var (request, refusal) = await (await session.GetAsync<ReportQuestions>(ct)).ReadAsync(author, query, ct);
        return request ?? throw VerbException.Of(refusal!);
    }

    private static string Named(string name, string? side) => side is null ? $"--{name}" : $"--{side}-{name}";

    private static IEnumerable<string> ReadRules(string given)
    {
        if (given.Contains('=', StringComparison.Ordinal))
        {
            return [given];
        }

        Terminal.StayHome();
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
