using Journal.Facts;
using Journal.Web.History;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.History;

public sealed class ReadingTheHistory(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Page_by_page_gives_every_event_once_and_in_order()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewPracticeAsync();
        for (var day = 1; day <= 24; day++)
            await me.NewAsync($"practices/{practice}/outcomes", $$"""{"kind":"finished","occurredAt":"2025-01-{{day:00}}"}""");

        var positions = new List<long>();
        var pages = 0;
        for (string? cursor = ""; cursor is not null; pages++)
        {
            var page = (await me.GetAsync($"history?limit=10{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Succeeds();
            positions.AddRange(page.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("position").GetInt64()));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(3, pages);
        Assert.Equal((await journal.EventsOfAsync(me)).Select(e => e.Position), positions);
    }

    [Theory]
    [InlineData("kind=beliefs", "belief_stated,belief_rated")]
    [InlineData("kind=belief_rated&kind=aims", "aim_set,belief_rated")]
    [InlineData("kind=entries,states", "journal_entry_written")]
    [InlineData("from=2025-02-01", "practice_adopted,belief_rated,journal_entry_written")]
    [InlineData("from=2025-02-01&to=2025-02-01", "practice_adopted")]
    [InlineData("to=2025-01-31", "aim_set,belief_stated")]
    [InlineData("asOf=2025-02-01", "aim_set,belief_stated,practice_adopted")]
    [InlineData("asOf=2025-02-01T08:00", "aim_set,belief_stated")]
    [InlineData("knownAt=2024-12-31", "")]
    [InlineData("aim={aim}", "aim_set,belief_stated,belief_rated")]
    [InlineData("aim={aim}&kind=belief_rated", "belief_rated")]
    [InlineData("aim=7b0c1a3e-0000-4000-8000-000000000001", "")]
    public async Task By_filters_gives_what_they_say(string query, string types)
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAsync("aims", """{"title":"t","occurredAt":"2025-01-05"}""");
        var belief = await me.NewAsync("beliefs", $$"""{"text":"t","scope":"safe","aimId":"{{aim}}","occurredAt":"2025-01-06"}""");
        await me.NewAsync("practices", """{"title":"t","occurredAt":"2025-02-01T09:00"}""");
        (await me.PostAsync($"beliefs/{belief}/ratings", """{"strength":0.1,"occurredAt":"2025-02-02"}""")).Succeeds();
        await me.NewAsync("entries", """{"text":"t","occurredAt":"2025-02-03"}""");
        var events = (await me.GetAsync("history?" + query.Replace("{aim}", aim.ToString(), StringComparison.Ordinal))).Succeeds().GetProperty("events");
        Assert.Equal(types, string.Join(',', events.EnumerateArray().Select(e => e.GetProperty("type").GetString())));
    }

    [Fact]
    public async Task As_known_before_the_last_event_leaves_it_out()
    {
        var me = await journal.NewPersonAsync();
        await me.NewAimAsync();
        var known = (await me.PostAsync("aims", """{"title":"second"}""")).Json.GetProperty("events")[0].GetProperty("recordedAt").GetString()!;
        await me.NewAimAsync();
        var events = (await me.GetAsync($"history?knownAt={Uri.EscapeDataString(known)}")).Succeeds().GetProperty("events");
        Assert.Equal(2, events.GetArrayLength());
    }

    [Fact]
    public async Task Shows_nobody_elses_events()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var aim = await other.NewAimAsync();
        Assert.Equal(0, (await me.GetAsync("history")).Json.GetProperty("events").GetArrayLength());
        Assert.Equal(0, (await me.GetAsync($"history?aim={aim}")).Json.GetProperty("events").GetArrayLength());
    }

    [Theory]
    [InlineData("limit=0", "limit.range")]
    [InlineData("limit=51", "limit.range")]
    [InlineData("limit=-1", "limit.range")]
    [InlineData("limit=1e1", "limit.range")]
    [InlineData("kind=everything", "kind.unknown")]
    [InlineData("from=yesterday", "time.invalid")]
    [InlineData("knownAt=", "time.invalid")]
    [InlineData("cursor=%00", "cursor.invalid")]
    [InlineData("cursor=aDE6LTE", "cursor.invalid")]
    [InlineData("frm=2025-01-01", "query.unknown")]
    public async Task By_a_filter_that_is_none_is_refused(string query, string code) =>
        (await (await journal.NewPersonAsync()).GetAsync($"history?{query}")).IsRefused(422, code);

    [Fact]
    public void Every_stored_event_belongs_to_a_family()
    {
        var names = EventTypes.All.Select(EventTypes.NameOf).ToList();
        Assert.All(names, name => Assert.Equal([name], EventFamilies.Find(name)));
    }
}
