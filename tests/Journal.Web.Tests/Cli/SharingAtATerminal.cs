using System.Text.Json;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>Letting somebody look and comment, and what comes of it, at a terminal.</summary>
public sealed class SharingAtATerminal(TestPostgres postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewDatabaseAsync();
        foreach (var handle in new[] { "anna", "coach" })
            await SayAsync("person", "add", handle, "--zone", "Europe/Lisbon");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Is_said_in_words_before_it_is_given_and_ended_by_the_handle()
    {
        var proposed = await SayAsync("share", "coach", "--layer", "execution", "--dry-run", "-p", "anna");
        Assert.Empty((await AskAsync("shares", "-p", "anna")).GetProperty("grants").EnumerateArray());
        var given = await SayAsync("share", "coach", "--layer", "execution", "-p", "anna");
        Assert.Equal(proposed.Output, given.Output);
        Assert.Equal("coach", Assert.Single((await AskAsync("shares", "-p", "anna")).GetProperty("grants").EnumerateArray()).GetProperty("coach").GetString());
        await SayAsync("unshare", "COACH", "-p", "anna");
        Assert.Empty((await AskAsync("shares", "-p", "anna")).GetProperty("grants").EnumerateArray());
        Assert.Equal((4, "grant.unknown"), await RefusedAsync("unshare", "coach", "-p", "anna"));
        Assert.Equal((4, "coach.unknown"), await RefusedAsync("share", "nobody", "--layer", "execution", "-p", "anna"));
    }

    [Fact]
    public async Task A_comment_is_written_listed_by_both_and_taken_away_by_its_writer()
    {
        var practice = await AdoptedAsync();
        await SayAsync("share", "coach", "--layer", "execution", "--comments", "-p", "anna");
        var written = Comment(await AskAsync("comment", "anna", practice, "Fewer,", "but", "every", "week", "-p", "coach"));
        Assert.Equal("Fewer, but every week", written.GetProperty("text").GetString());
        await SayAsync("comment", "anna", "cycles", "Look at March", "-p", "coach");

        Assert.Equal(2, Comments(await AskAsync("comments", "-p", "anna")).Count);
        Assert.Equal("Fewer, but every week", Comment(await AskAsync("comments", "--about", practice, "--by", "coach", "-p", "anna")).GetProperty("text").GetString());
        Assert.Equal("Look at March", Comment(await AskAsync("comments", "--about", "cycles", "-p", "anna")).GetProperty("text").GetString());
        Assert.Empty(Comments(await AskAsync("comments", "--by", "somebody", "-p", "anna")));
        Assert.Equal(2, Comments(await AskAsync("comments", "--on", "anna", "-p", "coach")).Count);

        await SayAsync("uncomment", written.GetProperty("id").GetString()!, "--on", "anna", "-p", "coach");
        Assert.Equal("Look at March", Comment(await AskAsync("comments", "-p", "anna")).GetProperty("text").GetString());
        Assert.Equal((4, "comment.unknown"), await RefusedAsync("uncomment", written.GetProperty("id").GetString()!, "--on", "anna", "-p", "coach"));
    }

    [Fact]
    public async Task A_comment_is_taken_away_by_whose_journal_it_is_about()
    {
        var practice = await AdoptedAsync();
        await SayAsync("share", "coach", "--layer", "execution", "--comments", "-p", "anna");
        var id = Comment(await AskAsync("comment", "anna", practice, "Not this", "-p", "coach")).GetProperty("id").GetString()!;
        Assert.Contains("Not this", (await SayAsync("comments", "-p", "anna")).Output, StringComparison.Ordinal);
        await SayAsync("uncomment", id, "-p", "anna");
        Assert.Equal("No comments.", (await SayAsync("comments", "-p", "anna")).Output.Trim());
        Assert.Empty(Comments(await AskAsync("comments", "--on", "anna", "-p", "coach")));
    }

    [Fact]
    public async Task Who_may_not_comment_is_refused_as_one_to_whom_nothing_is_shared()
    {
        var practice = await AdoptedAsync();
        Assert.Equal((4, "person.unknown"), await RefusedAsync("comment", "anna", practice, "Let me", "-p", "coach"));
        Assert.Equal((4, "person.unknown"), await RefusedAsync("comment", "nobody", practice, "Let me", "-p", "coach"));
        await SayAsync("share", "coach", "--layer", "execution", "-p", "anna");
        Assert.Equal((4, "comments.off"), await RefusedAsync("comment", "anna", practice, "Let me", "-p", "coach"));
        Assert.Empty(Comments(await AskAsync("comments", "-p", "anna")));
    }

    private async Task<string> AdoptedAsync() => (await AskAsync("practice", "adopt", "Write", "-p", "anna")).GetProperty("id").GetString()!;

    private static List<JsonElement> Comments(JsonElement answer) => [.. answer.GetProperty("comments").EnumerateArray()];

    private static JsonElement Comment(JsonElement answer) => Assert.Single(Comments(answer));

    private async Task<JsonElement> AskAsync(params string[] line) => (await SayAsync([.. line, "--json"])).Json;

    private async Task<Ran> SayAsync(params string[] line)
    {
        var ran = await InThisProcess.RunAsync(database.ConnectionString, line);
        Assert.True(ran.ExitCode == 0, $"{string.Join(' ', line)}: {ran.Output}{ran.Messages}");
        return ran;
    }

    private async Task<(int ExitCode, string Code)> RefusedAsync(params string[] line)
    {
        var ran = await InThisProcess.RunAsync(database.ConnectionString, [.. line, "--json"]);
        return (ran.ExitCode, ran.Code);
    }
}
