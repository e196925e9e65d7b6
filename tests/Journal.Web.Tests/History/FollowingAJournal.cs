using System.Text.Json;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.History;

/// <summary>A program that asks again and again what was recorded since.</summary>
public sealed class FollowingAJournal(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Gets_each_event_once_and_in_order_while_eight_write()
    {
        const int each = 25;
        var me = await journal.NewPersonAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < each; i++)
                (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        }));
        var (seen, after) = (new List<Guid>(), 0L);
        while (seen.Count < 8 * each)
        {
            var page = (await me.GetAsync($"history/changes?after={after}&wait=20&limit=40")).Succeeds();
            var positions = Events(page).Select(e => e.GetProperty("position").GetInt64()).ToList();
            Assert.All(positions, position => Assert.True(position > after));
            Assert.Equal(positions.Order(), positions);
            seen.AddRange(Events(page).Select(e => e.GetProperty("id").GetGuid()));
            after = page.GetProperty("after").GetInt64();
        }

        await writing;
        Assert.Equal((await journal.EventsOfAsync(me)).Select(e => e.Id).Order(), seen.Order());
    }

    [Fact]
    public async Task Waits_until_there_is_something_and_hears_of_nobody_else()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        (await other.PostAsync("entries", """{"text":"theirs"}""")).Succeeds();
        Assert.Empty(Events((await me.GetAsync("history/changes")).Succeeds()));
        var waiting = me.GetAsync("history/changes?wait=25");
        (await me.PostAsync("entries", """{"text":"mine"}""")).Succeeds();
        var heard = Assert.Single(Events((await waiting).Succeeds()));
        Assert.Equal("mine", heard.GetProperty("data").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Has_four_places_and_takes_none_from_requests_that_work()
    {
        var me = await journal.NewPersonAsync();
        var asked = Enumerable.Range(0, 8).Select(_ => me.GetAsync("history/changes?wait=25")).ToList();
        while (asked.Count(answer => answer.IsCompleted) < 4)
            await Task.WhenAny(asked.Where(answer => !answer.IsCompleted));
        (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        var answers = (await Task.WhenAll(asked)).ToLookup(answer => (int)answer.Status);
        Assert.All(answers[503], answer => answer.IsRefused(503, "server.busy"));

        // On a machine with other work a wait may be over before this goes on.
        Assert.All(answers[200], answer => Assert.InRange(Events(answer.Json).Count, 0, 1));
        Assert.Equal((4, 4), (answers[503].Count(), answers[200].Count()));
    }

    [Theory]
    [InlineData("after=-1", "after.range")]
    [InlineData("after=x", "after.type")]
    [InlineData("wait=26", "wait.range")]
    [InlineData("wait=-1", "wait.range")]
    [InlineData("limit=501", "limit.range")]
    public async Task That_asks_for_the_impossible_is_told(string query, string code) =>
        (await (await journal.NewPersonAsync()).GetAsync($"history/changes?{query}")).IsRefused(422, code);

    private static List<JsonElement> Events(JsonElement page) => [.. page.GetProperty("events").EnumerateArray()];
}
