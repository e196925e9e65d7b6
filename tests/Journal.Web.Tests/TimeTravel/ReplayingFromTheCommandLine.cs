using System.Text.Json;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.TimeTravel;

/// <summary>The verbs on a sample journal.</summary>
public sealed class ReplayingFromTheCommandLine(TestPostgres postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewDatabaseAsync();
        Assert.Equal(0, (await RunAsync("import", "events", Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", "founder.ndjson"))).ExitCode);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_run_is_exported_and_can_be_taken_up_behind_any_step()
    {
        var file = Path.GetTempFileName();
        var ran = await RunAsync("replay", "cycles", "--clock", "true", "--to", "2026-10-31", "--out", file);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Output));
        var middle = Position(lines[lines.Length / 2]);
        var rest = await RunAsync("replay", "cycles", "--clock", "true", "--to", "2026-10-31", "--after", $"{middle}", "--json");
        Assert.Equal(End(lines[^1]), End(rest.Output.TrimEnd('\n').Split('\n')[^1]));
        File.Delete(file);
    }

    [Fact]
    public async Task A_comparison_and_a_what_if_say_what_moved()
    {
        var compared = await RunAsync("compare", "cycles", "--a-as-of", "before:intervention:Two fixed", "--b-as-of", "2026-01-01");
        Assert.Equal(0, compared.ExitCode);
        Assert.Contains("Talk to a customer", compared.Output, StringComparison.Ordinal);
        var supposed = await RunAsync("whatif", "cycles", "--rules", "drop=0.9", "--json");
        Assert.Equal("1 drop=0.9", supposed.Json.GetProperty("after").GetProperty("rulesVersion").GetString());
        Assert.Equal("1", supposed.Json.GetProperty("before").GetProperty("rulesVersion").GetString());
    }

    [Fact]
    public async Task Two_people_are_compared_by_aggregates_alone()
    {
        var consultant = Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", "consultant.ndjson");
        Assert.Equal(0, (await InThisProcess.RunAsync(database.ConnectionString, "import", "events", consultant, "--person", "consultant")).ExitCode);
        var compared = await RunAsync("compare", "execution", "--with", "consultant", "--a-to", "2026-10-25", "--b-to", "2026-10-25", "--json");
        var action = compared.Json.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("name").GetString() == "action");
        var (mine, theirs) = (await ActionAsync("founder"), await ActionAsync("consultant"));
        Assert.Equal((mine, theirs), (action.GetProperty("a").GetProperty("value").GetDouble(), action.GetProperty("b").GetProperty("value").GetDouble()));
        Assert.DoesNotContain("Talk to a customer", compared.Output, StringComparison.Ordinal);
        Assert.Equal("person.unknown", (await RunAsync("compare", "execution", "--with", "nobody", "--json")).Code);

        async Task<double> ActionAsync(string person) => (await InThisProcess.RunAsync(database.ConnectionString, "report", "execution", "--to", "2026-10-25", "--json", "--person", person)).Json
            .GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("name").GetString() == "action").GetProperty("value").GetDouble();
    }

    [Fact]
    public async Task A_figure_and_a_threshold_are_explained()
    {
        var explained = await RunAsync("explain", "alignment", "execution", "--on", "2025-03-05", "--json");
        Assert.Equal(explained.Json.GetProperty("figure").GetProperty("value").GetDouble(), explained.Json.GetProperty("recomputed").GetDouble());
        var sensitivity = await RunAsync("sensitivity", "cycles", "drop", "--low", "0.1", "--high", "0.9");
        Assert.Equal(0, sensitivity.ExitCode);
        Assert.Contains("<- now", sensitivity.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_in_order_is_verified()
    {
        var ran = await RunAsync("verify", "--json");
        Assert.Equal((0, ""), (ran.ExitCode, string.Concat(ran.Json.GetProperty("people").EnumerateArray().SelectMany(one => one.GetProperty("differences").EnumerateArray()))));
        await using var command = database.DataSource.CreateCommand("""update journal.mt_doc_verifiedstate set data = jsonb_set(data, '{Facts}', '"other"')""");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.Equal((7, 7, 0), ((await RunAsync("verify")).ExitCode, (await RunAsync("verify", "--accept")).ExitCode, (await RunAsync("verify")).ExitCode));
    }

    [Theory]
    [InlineData(4, "report.unknown", "whatif", "luck")]
    [InlineData(4, "figure.unknown", "explain", "alignment", "luck")]
    [InlineData(4, "moment.unknown", "report", "cycles", "--as-of", "label:nothing")]
    [InlineData(3, "step.unknown", "replay", "--step", "year")]
    [InlineData(3, "position.unknown", "replay", "--after", "999999")]
    public async Task What_cannot_be_asked_gets_a_code(int exitCode, string code, params string[] line)
    {
        var ran = await RunAsync([.. line, "--json"]);
        Assert.Equal((exitCode, code), (ran.ExitCode, ran.Code));
    }

    private Task<Ran> RunAsync(params string[] args) => InThisProcess.RunAsync(database.ConnectionString, [.. args, "--person", "founder"]);

    private static long Position(string line) => JsonDocument.Parse(line).RootElement.GetProperty("position").GetInt64();

    private static (string?, string?) End(string line)
    {
        var end = JsonDocument.Parse(line).RootElement;
        return (end.GetProperty("facts").GetString(), end.GetProperty("report").GetString());
    }
}
