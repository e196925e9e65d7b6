using System.Text.Json;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>The command line on a real database; where what a process is matters, as one.</summary>
public sealed class LoggingFromTheCommandLine(TestPostgres postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.NewDatabaseAsync();

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task What_was_logged_is_in_the_history()
    {
        var logged = await StartAsync("log", "I waited for the perfect draft.", "--layer", "thinking", "--at", "2026-01-05T07:30", "--timezone", "Europe/Lisbon", "--json");
        var history = await StartAsync("history", "--json");
        Assert.Equal((0, 0), (logged.ExitCode, history.ExitCode));
        var e = Assert.Single(history.Json.GetProperty("events").EnumerateArray());
        Assert.Equal(
            ("journal_entry_written", "I waited for the perfect draft.", "thinking", "cli", "Europe/Lisbon", "2026-01-05T07:30:00+00:00"),
            (Text(e, "type"), Text(e.GetProperty("data"), "text"), Text(e.GetProperty("data"), "layer"), Text(e, "source"), Text(e, "zone"), Text(e, "occurredAt")));
        Assert.Equal(Text(logged.Json, "id"), Text(e, "subject"));
    }

    [Fact]
    public async Task An_entry_is_sorted_by_as_many_tags_as_it_is_given()
    {
        await RunAsync("log", "Ran by the river", "--tag", "sport", "--tag", "by the river");
        var e = Assert.Single((await RunAsync("history", "--json")).Json.GetProperty("events").EnumerateArray());
        Assert.Equal(["sport", "by the river"], e.GetProperty("data").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
    }

    [Fact]
    public async Task A_practice_is_found_by_the_beginning_of_its_title()
    {
        await RunAsync("practice", "adopt", "Write in the morning", "--times", "5", "--days", "7");
        var done = await RunAsync("outcome", "done", "write", "--score", "0.5", "--effort", "3", "--json");
        Assert.Equal((0, "execution_finished"), (done.ExitCode, Text(done.Json.GetProperty("events")[0], "type")));
    }

    [Fact]
    public async Task A_belief_goes_from_statement_to_replacement()
    {
        var stated = await RunAsync("belief", "state", "Visibility is scrutiny", "--scope", "safe", "--strength", "0.9", "--limits", "--json");
        var id = Text(stated.Json, "id");
        Assert.Equal(0, (await RunAsync("belief", "challenge", id, "Whose scrutiny?")).ExitCode);
        Assert.Equal(0, (await RunAsync("belief", "evidence", id, "contradicts", "--note", "Three friendly answers")).ExitCode);
        Assert.Equal(0, (await RunAsync("belief", "replace", id, "Visibility is service", "--strength", "0.6")).ExitCode);
        var list = await RunAsync("belief", "list", "--json");
        Assert.Equal(["replaced", "active"], list.Json.GetProperty("subjects").EnumerateArray().Select(one => Text(one, "detail")));
    }

    [Fact]
    public async Task The_same_line_with_its_id_is_harmless()
    {
        string[] line = ["log", "Once.", "--id", "0198a000-0000-7000-8000-000000000001", "--at", "2026-01-05", "--json"];
        var first = await RunAsync(line);
        var second = await RunAsync(line);
        Assert.Equal((0, 5, "entry.exists"), (first.ExitCode, second.ExitCode, second.Code));
        Assert.Single((await RunAsync("history", "--json")).Json.GetProperty("events").EnumerateArray());
    }

    [Theory]
    [InlineData(2, "usage", "log")]
    [InlineData(2, "usage", "no-such-verb")]
    [InlineData(2, "usage", "log", "Text", "--layer", "belief,thinking")]
    [InlineData(2, "usage", "log", "Text", "--layer", "1")]
    [InlineData(3, "text.missing", "log", " ")]
    [InlineData(3, "zone.unknown", "log", "Text", "--timezone", "Europe/Atlantis")]
    [InlineData(3, "time.invalid", "log", "Text", "--at", "the day before")]
    [InlineData(3, "time.future", "log", "Text", "--at", "2999-01-01")]
    [InlineData(3, "handle.invalid", "log", "Text", "--person", "No One")]
    [InlineData(3, "state.empty", "state")]
    [InlineData(4, "practice.unknown", "outcome", "done", "Fly", "--score", "NaN")]
    [InlineData(4, "belief.unknown", "belief", "challenge", "0198a000-0000-7000-8000-00000000ffff", "Why?")]
    [InlineData(4, "import.nofile", "import", "loop", "/no/such/file.db")]
    [InlineData(3, "rules.range", "report", "cycles", "--rules", "drop=7")]
    [InlineData(3, "rules.unknown", "report", "cycles", "--rules", "luck=1")]
    [InlineData(3, "rules.invalid", "report", "cycles", "--rules", "/no/such/rules.json")]
    [InlineData(3, "time.order", "report", "alignment", "--from", "2026-02-01", "--to", "2026-01-01")]
    [InlineData(3, "to.future", "report", "cycles", "--to", "9000-01-01")]
    public async Task Bad_input_gets_a_code_and_stores_nothing(int exitCode, string code, params string[] line)
    {
        var ran = await RunAsync([.. line, "--json"]);
        Assert.Equal((exitCode, code), (ran.ExitCode, ran.Code));
        Assert.Contains($"[{code}]", ran.Messages, StringComparison.Ordinal);
        Assert.Empty((await RunAsync("history", "--json")).Json.GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task A_score_that_is_no_number_is_refused()
    {
        await RunAsync("practice", "adopt", "Run");
        var ran = await RunAsync("outcome", "done", "Run", "--score", "NaN", "--json");
        Assert.Equal((3, "score.range"), (ran.ExitCode, ran.Code));
        Assert.Single((await RunAsync("history", "--json")).Json.GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_is_no_database_leaves_no_person_behind()
    {
        var ran = await RunAsync("import", "loop", typeof(LoggingFromTheCommandLine).Assembly.Location, "--person", "demo", "--json");
        Assert.Equal((3, "import.notadatabase"), (ran.ExitCode, ran.Code));
        Assert.DoesNotContain("demo", (await RunAsync("person", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_come_from_a_file_as_well()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"drop": 0.5, "progressWeeks": 3}""", TestContext.Current.CancellationToken);
        var ran = await RunAsync("report", "cycles", "--rules", file, "--json");
        File.Delete(file);
        Assert.Equal("1 drop=0.5 progressWeeks=3", Text(ran.Json.GetProperty("origin"), "rulesVersion"));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_said_to_be_unreachable()
    {
        var ran = await JournalProcess.RunAsync("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "history", "--json");
        Assert.Equal((6, "database.unreachable"), (ran.ExitCode, ran.Code));
    }

    [Fact]
    public async Task An_answer_and_its_messages_never_mix()
    {
        var token = await StartAsync("token", "create", "phone");
        Assert.StartsWith("journal_", token.Output, StringComparison.Ordinal);
        Assert.Single(token.Output.TrimEnd('\n').Split('\n'));
        Assert.Contains("not shown again", token.Messages, StringComparison.Ordinal);
    }

    private Task<Ran> RunAsync(params string[] args) => InThisProcess.RunAsync(database.ConnectionString, args);

    private Task<Ran> StartAsync(params string[] args) => JournalProcess.RunAsync(database.ConnectionString, args);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
