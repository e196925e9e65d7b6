using System.Text.RegularExpressions;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>docs/tour.md, line by line, in a shell.</summary>
public sealed partial class TakingTheTour(TestPostgres postgres)
{
    [Fact]
    public async Task Every_line_works_and_it_ends_with_a_diagnosis()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The tour is written for a POSIX shell.");
        await using var database = await postgres.NewDatabaseAsync();
        await using var shell = new Shell(database.ConnectionString);
        var tour = await shell.RunAsync(Script());
        Assert.True(tour.ExitCode == 0, tour.Messages + tour.Output);

        var diagnosis = await InThisProcess.RunAsync(database.ConnectionString, "report", "diagnosis", "--to", "2026-02-15", "--json");
        Assert.StartsWith("No pattern beyond chance", diagnosis.Json.GetProperty("findings")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var contradictions = await InThisProcess.RunAsync(database.ConnectionString, "report", "contradictions", "--to", "2026-02-15", "--json");
        Assert.Equal("found", contradictions.Json.GetProperty("findings")[0].GetProperty("state").GetString());
        var cycles = await InThisProcess.RunAsync(database.ConnectionString, "report", "cycles", "--to", "2026-02-15", "--json");
        Assert.Equal("2026-01-26", cycles.Json.GetProperty("practices")[0].GetProperty("cycles")[0].GetProperty("regression").GetString());
    }

    private static string Script()
    {
        var tour = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cli", "tour.md"));
        return string.Join('\n', Block().Matches(tour).Select(block => block.Groups[1].Value));
    }

    [GeneratedRegex("```sh\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
