using System.Text.RegularExpressions;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>
/// The examples of README.md and docs/replay.md: each line behind a dollar is run on the founder's sample, and what is shown beneath it is what comes out.
/// Three dots stand for lines that are left out.
/// </summary>
public sealed partial class AskingAsTheDocumentsShow(TestPostgres postgres)
{
    private const string LeftOut = "...";

    [Theory]
    [InlineData("README.md", 2)]
    [InlineData("replay.md", 7)]
    public async Task Every_example_answers_what_is_shown(string document, int atLeast)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The examples are written for a POSIX shell.");
        await using var database = await postgres.NewDatabaseAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "Cli");
        var import = await InThisProcess.RunAsync(database.ConnectionString, "import", "events", Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", "founder.ndjson"), "--person", "founder");
        Assert.True(import.ExitCode == 0, import.Messages);
        var examples = Examples(await File.ReadAllTextAsync(Path.Combine(folder, document), Ct)).ToList();
        Assert.True(examples.Count >= atLeast, $"{document} has {examples.Count} examples.");
        await using var shell = new Shell(database.ConnectionString, "--person", "founder");
        foreach (var (command, shown) in examples)
        {
            var ran = await shell.RunAsync(command);
            Assert.True(ran.ExitCode == 0, $"{command}\n{ran.Messages}");
            var lines = ran.Output.Split('\n').Select(Timeless).ToList();
            var (at, anywhere) = (0, false);
            foreach (var line in shown)
            {
                if (line == LeftOut)
                {
                    anywhere = true;
                    continue;
                }

                var found = anywhere ? lines.IndexOf(line, at) : at < lines.Count && lines[at] == line ? at : -1;
                Assert.True(found >= 0, $"{command}\ndoes not show\n{line}\n{string.Join('\n', lines.Skip(at).Take(40))}");
                (at, anywhere) = (found + 1, false);
            }
        }
    }

    private static IEnumerable<(string Command, List<string> Shown)> Examples(string document)
    {
        foreach (var block in Block().Matches(document).Select(match => match.Groups[1].Value))
        {
            foreach (var example in block.Split("$ ", StringSplitOptions.RemoveEmptyEntries))
            {
                var lines = example.TrimEnd('\n').Split('\n');
                yield return (lines[0], [.. lines.Skip(1).Select(Timeless)]);
            }
        }
    }

    // When the sample was taken in differs from run to run, and for whom, which a report's hash holds.
    private static string Timeless(string line) => Hash().Replace(Recorded().Replace(line, "recorded then by"), "report of somebody");

    [GeneratedRegex("^```\\n(\\$ journal .*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"recorded \d{4}-\d\d-\d\d \d\d:\d\d by")]
    private static partial Regex Recorded();

    [GeneratedRegex("report [0-9a-f]{12}")]
    private static partial Regex Hash();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
