using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>Whoever has the database may read everything at a terminal, and whoever wrote it sees that they did.</summary>
public sealed class ReadingAsTheOperator(TestPostgres postgres)
{
    [Fact]
    public async Task Is_in_the_persons_audit_by_verb_and_account_once_an_hour_and_without_a_word()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await RunAsync("log", "hello", "--person", "ana");
        Assert.Empty(await ReadsAsync());
        await RunAsync("history", "--person", "ana");
        await RunAsync("history", "--person", "ana");
        await RunAsync("report", "alignment", "--person", "ana");
        await RunAsync("history", "--person", "ben");
        Assert.Equal(["report alignment", "history"], (await ReadsAsync()).Select(read => read.GetProperty("about").GetString()));
        await RunAsync("log", "hello", "--person", "ben");
        Assert.Equal(0, (await RunAsync("compare", "alignment", "--person", "ben", "--with", "ana")).ExitCode);
        Assert.Equal(["compare", "report alignment", "history"], (await ReadsAsync()).Select(read => read.GetProperty("about").GetString()));
        Assert.All(await ReadsAsync(), read => Assert.Equal($"{Environment.UserName}@{Environment.MachineName}", read.GetProperty("place").GetString()));

        async Task<List<System.Text.Json.JsonElement>> ReadsAsync() =>
            [.. (await RunAsync("audit", "--person", "ana", "--json")).Json.GetProperty("acts").EnumerateArray().Where(act => act.GetProperty("act").GetString() == "operatorRead")];

        async Task<Ran> RunAsync(params string[] args) => await InThisProcess.RunAsync(database.ConnectionString, args);
    }

    [Fact]
    public async Task Shows_nothing_where_a_database_takes_no_note_of_it()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        Assert.Equal(0, (await InThisProcess.RunAsync(database.ConnectionString, "log", "hello", "--person", "ana")).ExitCode);
        // As a copy that only follows another server is.
        var copy = $"{database.ConnectionString};Options=-c default_transaction_read_only=on";
        foreach (var verb in new[] { "history", "review", "report alignment", "today", "notices" })
        {
            Assert.Equal("", (await InThisProcess.RunAsync(copy, [.. verb.Split(' '), "--person", "ana"])).Output);
            var ran = await InThisProcess.RunAsync(copy, [.. verb.Split(' '), "--person", "ana", "--json"]);
            Assert.Equal((6, "audit.unwritten"), (ran.ExitCode, ran.Code));
        }

        Assert.Equal(0, (await InThisProcess.RunAsync(database.ConnectionString, "history", "--person", "ana")).ExitCode);
    }

    [Theory]
    [InlineData("history")]
    [InlineData("review")]
    [InlineData("report cycles")]
    public async Task Enters_nobody_by_looking(string verb)
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        Assert.Equal("person.unknown", (await InThisProcess.RunAsync(database.ConnectionString, [.. verb.Split(' '), "--person", "zoe", "--json"])).Code);
        Assert.DoesNotContain("zoe", (await InThisProcess.RunAsync(database.ConnectionString, "person", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_webhooks_go_to_its_own_networks_where_the_environment_says_so_and_says_what_it_cannot_read()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        string[] add = ["webhook", "add", "http://127.0.0.1:9/hook", "--json"];
        Assert.Equal(3, (await InThisProcess.RunAsync(database.ConnectionString, add)).ExitCode);
        Assert.Equal(0, (await InThisProcess.RunAsync(database.ConnectionString, [("JOURNAL_WEBHOOKS_TO_PRIVATE", "yes")], add)).ExitCode);
        Assert.Equal((3, "variable.invalid"), (await InThisProcess.RunAsync(database.ConnectionString, [("JOURNAL_WEBHOOKS_TO_PRIVATE", "perhaps")], add)) is var ran ? (ran.ExitCode, ran.Code) : default);
    }
}
