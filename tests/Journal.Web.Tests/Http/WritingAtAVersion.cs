using System.Net;

namespace Journal.Web.Tests.Http;

public sealed class WritingAtAVersion(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Match = "If-Match";

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"9\", \"1\"")]
    [InlineData("*")]
    public async Task That_is_the_subjects_own_is_taken(string tag)
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        var answer = await me.PatchAsync($"aims/{aim}", """{"why":"w"}""", (Match, tag));
        answer.Succeeds();
        Assert.Equal("\"2\"", answer.Headers["ETag"]);
    }

    [Theory]
    [InlineData("\"2\"")]
    [InlineData("W/\"1\"")]
    [InlineData("\"one\"")]
    public async Task That_it_has_not_is_refused_and_stores_nothing(string tag)
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        (await me.PatchAsync($"aims/{aim}", """{"why":"w"}""", (Match, tag))).IsRefused(412, "version.stale");
        Assert.Single(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Of_what_is_not_there_yet_is_refused()
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("aims", """{"title":"t"}""", (Match, "\"1\""))).IsRefused(412, "version.stale");
        (await me.PatchAsync($"aims/{Guid.NewGuid()}", """{"why":"w"}""", (Match, "\"1\""))).IsRefused(404, "aim.unknown");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task That_is_no_entity_tag_is_refused()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        (await me.PatchAsync($"aims/{aim}", """{"why":"w"}""", (Match, "1"))).IsRefused(400, "ifmatch.invalid");
        Assert.Single(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Eight_at_once_lets_one_through()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => me.PatchAsync($"aims/{aim}", $$"""{"why":"{{i}}"}""", (Match, "\"1\""))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.IsRefused(412, "version.stale"));
        Assert.Equal(2, (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task That_nobody_named_decides_again_when_a_race_is_lost()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => me.PostAsync($"aims/{aim}/close", """{"ending":"reached"}""")));
        Assert.All(answers, answer => answer.Succeeds());
        Assert.Single(answers, answer => answer.Json.GetProperty("events").GetArrayLength() == 1);
        Assert.Equal(2, (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task Races_lost_three_times_end_in_a_conflict_and_no_version_is_skipped()
    {
        var me = await journal.NewPersonAsync();
        var belief = await me.NewBeliefAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => me.PostAsync($"beliefs/{belief}/ratings", """{"strength":0.5}""")));
        var taken = answers.Count(answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.IsRefused(409, "version.stale"));
        Assert.Equal(Enumerable.Range(1, taken + 1).Select(version => (long)version), (await journal.EventsOfAsync(me)).Select(e => e.Version));
    }
}
