namespace Journal.Web.Tests.Http;

public sealed class ListingWhatIsThere(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Shows_at_once_what_was_just_recorded()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewPracticeAsync();
        var item = Assert.Single((await me.GetAsync("practices")).Succeeds().GetProperty("items").EnumerateArray());
        Assert.Equal((practice, "Write", "inUse"), (item.GetProperty("id").GetGuid(), item.GetProperty("title").GetString(), item.GetProperty("silence").GetString()));
        await me.NewAsync($"practices/{practice}/outcomes", """{"kind":"finished","score":0.5}""");
        var outcome = Assert.Single((await me.GetAsync($"practices/{practice}/outcomes")).Succeeds().GetProperty("items").EnumerateArray());
        Assert.Equal(("finished", 0.5), (outcome.GetProperty("state").GetString(), outcome.GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task Page_by_page_gives_each_once_by_the_day_it_was_true()
    {
        var me = await journal.NewPersonAsync();
        for (var day = 23; day >= 1; day--)
            await me.NewAsync("entries", $$"""{"text":"{{day}}","occurredAt":"2025-01-{{day / 2 + 1:00}}"}""");
        var texts = new List<int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await me.GetAsync($"entries?limit=5{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Succeeds();
            texts.AddRange(page.GetProperty("items").EnumerateArray().Select(e => int.Parse(e.GetProperty("text").GetString()!, null)));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(23, texts.Distinct().Count());
        Assert.Equal(23, texts.Count);
        Assert.Equal(texts.Select(day => day / 2).Order(), texts.Select(day => day / 2));
    }

    [Theory]
    [InlineData("state=missed", "b")]
    [InlineData("state=done", "a d")]
    [InlineData("state=missed,skipped", "b c")]
    [InlineData("from=2025-01-02&to=2025-01-03", "b c")]
    [InlineData("order=newest", "d c b a")]
    [InlineData("order=newest&to=2025-01-02", "b a")]
    public async Task Picks_what_is_asked_for(string query, string expected)
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewPracticeAsync();
        foreach (var (day, body) in new[] { (1, "\"kind\":\"done\""), (2, "\"kind\":\"missed\""), (3, "\"kind\":\"skipped\",\"reason\":\"r\""), (4, "\"kind\":\"finished\"") })
            await me.NewAsync($"practices/{practice}/outcomes", $$"""{{{body}},"occurredAt":"2025-01-0{{day}}"}""");
        var days = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await me.GetAsync($"practices/{practice}/outcomes?limit=1&{query}{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Succeeds();
            days.AddRange(page.GetProperty("items").EnumerateArray().Select(outcome => ((char)('a' + outcome.GetProperty("occurredAt").GetDateTimeOffset().Day - 1)).ToString()));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(expected, string.Join(' ', days));
    }

    [Fact]
    public async Task Picks_what_serves_an_aim_and_what_is_of_a_layer()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        await me.NewAsync("entries", $$"""{"text":"one","layer":"belief","aimId":"{{aim}}"}""");
        await me.NewAsync("entries", """{"text":"two","layer":"thinking"}""");
        Assert.Equal("one", Assert.Single((await me.GetAsync($"entries?aim={aim}")).Succeeds().GetProperty("items").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("two", Assert.Single((await me.GetAsync("entries?layer=thinking")).Succeeds().GetProperty("items").EnumerateArray()).GetProperty("text").GetString());
        Assert.Empty((await me.GetAsync($"states?aim={aim}")).Succeeds().GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Shows_nobody_elses()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var practice = await other.NewPracticeAsync();
        await other.NewAsync($"practices/{practice}/outcomes", """{"kind":"finished"}""");
        foreach (var path in new[] { "aims", "practices", $"practices/{practice}/outcomes", "beliefs", "entries", "states", "interventions" })
            Assert.Empty((await me.GetAsync(path)).Succeeds().GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("limit=51", "limit.range")]
    [InlineData("limits=5", "query.unknown")]
    [InlineData("limit=5&limit=6", "query.repeated")]
    [InlineData("from=yesterday", "time.invalid")]
    [InlineData("aim=5", "aim.type")]
    [InlineData("order=upwards", "order.unknown")]
    [InlineData("cursor=ZjE6MTox", "cursor.invalid")]
    public async Task By_a_page_that_is_none_is_refused(string query, string code) =>
        (await (await journal.NewPersonAsync()).GetAsync($"aims?{query}")).IsRefused(422, code);

    [Fact]
    public async Task The_same_key_in_two_practices_makes_two_outcomes()
    {
        var me = await journal.NewPersonAsync();
        var (one, two) = (await me.NewPracticeAsync(), await me.NewPracticeAsync());
        foreach (var practice in new[] { one, two })
            (await me.PostAsync($"practices/{practice}/outcomes", """{"kind":"finished"}""", ("Idempotency-Key", "today"))).Succeeds();
        foreach (var practice in new[] { one, two })
            Assert.Single((await me.GetAsync($"practices/{practice}/outcomes")).Json.GetProperty("items").EnumerateArray());
    }
}
