using System.Text.RegularExpressions;
using Journal.Cli;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>docs/cli.md: each line behind a dollar is run on one journal, and what is shown beneath it is what comes out. Eight dots stand for the end of an id.</summary>
public sealed partial class AskingAsTheCommandLineIsDescribed(TestPostgres postgres)
{
    [Fact]
    public async Task Every_example_answers_what_is_shown()
    {
        await using var database = await postgres.NewDatabaseAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Cli", "cli.md"), TestContext.Current.CancellationToken);
        var examples = Block().Matches(document).SelectMany(block => block.Groups[1].Value.Split("$ ", StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(examples.Count >= 12, $"There are {examples.Count} examples.");
        foreach (var example in examples)
        {
            var lines = example.TrimEnd('\n').Split('\n');
            var ran = await InThisProcess.RunAsync(database.ConnectionString, [.. Word().Matches(lines[0]["journal ".Length..]).Select(word => word.Value.Trim('"'))]);
            Assert.Equal((lines[0], string.Join('\n', lines[1..])), (lines[0], ShortId().Replace((ran.Output + ran.Messages).ReplaceLineEndings("\n").TrimEnd('\n'), "........")));
        }
    }

    [Fact]
    public async Task Every_verb_that_is_described_is_there()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Cli", "cli.md"), TestContext.Current.CancellationToken);
        var described = Row().Matches(document).SelectMany(row => Code().Matches(row.Groups[1].Value)).Select(code => code.Groups[1].Value.Split(' ')[0]).Distinct().ToList();
        var there = Verbs.Of(["completion"]).SelectMany(verb => verb.Subcommands.Select(one => one.Name).Append(verb.Name)).ToHashSet();
        Assert.DoesNotContain(described, word => !there.Contains(word) && !Other().IsMatch(word));
        Assert.DoesNotContain(Verbs.Of([]), verb => !verb.Hidden && !described.Contains(verb.Name));
    }

    [GeneratedRegex("^```\\n(\\$ journal .*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[\[ ])[0-9a-f]{8}(?=[\] ])")]
    private static partial Regex ShortId();

    [GeneratedRegex("^\\| (`[^|]*(?:\\\\\\|[^|]*)*) \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // Options, and words that stand for something.
    [GeneratedRegex("^(-|[A-Z]+$)")]
    private static partial Regex Other();
}
