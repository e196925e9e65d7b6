using System.Net;

namespace Journal.Web.Tests.Http;

public sealed class RecordingOverHttp(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task What_is_made_has_an_address_a_version_and_its_event()
    {
        var me = await journal.NewPersonAsync();
        var made = await me.PostAsync("aims", """{"title":"Publish weekly","occurredAt":"2026-01-05"}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var id = made.Json.GetProperty("id").GetGuid();
        Assert.Equal($"/api/v1/subjects/aims/{id}", made.Headers["Location"]);
        Assert.Equal("\"1\"", made.Headers["ETag"]);
        var e = made.Json.GetProperty("events").EnumerateArray().Single();
        Assert.Equal("aim_set", e.GetProperty("type").GetString());
        Assert.Equal("Publish weekly", e.GetProperty("data").GetProperty("title").GetString());
        Assert.Equal("2026-01-05T12:00:00+00:00", e.GetProperty("occurredAt").GetString());
        Assert.Equal(("api", "Europe/Lisbon"), (e.GetProperty("source").GetString(), e.GetProperty("zone").GetString()));

        var read = await me.GetAsync(made.Headers["Location"]);
        Assert.Equal("\"1\"", read.Headers["ETag"]);
        Assert.Equal(("Publish weekly", "aim"), (read.Json.GetProperty("title").GetString(), read.Json.GetProperty("kind").GetString()));
        var told = await me.GetAsync($"aims/{id}/events");
        Assert.Equal("\"1\"", told.Headers["ETag"]);
        Assert.Equal(e.ToString(), told.Succeeds().GetProperty("events")[0].ToString());
    }

    [Fact]
    public async Task Every_command_of_every_family_is_taken()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        var practice = await me.NewAsync("practices", $$"""{"title":"Write","times":3,"days":7,"target":500,"unit":"words","bound":"atLeast","silence":"missed","aimId":"{{aim}}"}""");
        var belief = await me.NewAsync("beliefs", $$"""{"text":"Visibility is scrutiny","scope":"worthActingOn","strength":0.8,"origin":"explicit","aimId":"{{aim}}"}""");
        var entry = await me.NewAsync("entries", """{"text":"Did not write","layer":"execution"}""");
        var intervention = await me.NewAsync("interventions", """{"title":"Ship ugly","layers":["belief","thinking"]}""");
        await me.NewAsync("states", """{"energy":5,"enforcement":-3}""");
        var outcome = Guid.NewGuid();
        await me.NewAsync($"practices/{practice}/outcomes", $$"""{"kind":"finished","outcomeId":"{{outcome}}","score":0.5,"amount":300,"plannedAt":"2026-01-05T07:30","effort":3,"minutes":25,"neededOperator":true,"note":"slow"}""");
        await me.NewAsync($"practices/{practice}/outcomes", """{"kind":"missed","reason":"tired"}""");
        await me.NewAsync($"practices/{practice}/outcomes", """{"kind":"skipped","reason":"ill"}""");
        await me.NewAsync($"beliefs/{belief}/evidence", $$"""{"direction":"contradicts","sourceId":"{{outcome}}"}""");
        await me.NewAsync($"beliefs/{belief}/replacement", """{"text":"Visibility is service"}""");

        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Patch, $"aims/{aim}", """{"why":"to be found"}"""),
            (HttpMethod.Patch, $"practices/{practice}", """{"times":2}"""),
            (HttpMethod.Post, $"practices/{practice}/outcomes/{outcome}/retract", """{"reason":"wrong day"}"""),
            (HttpMethod.Post, $"practices/{practice}/drop", "{}"),
            (HttpMethod.Post, $"entries/{entry}/amend", """{"text":"Did write"}"""),
            (HttpMethod.Post, $"entries/{entry}/retract", "{}"),
            (HttpMethod.Post, $"interventions/{intervention}/end", """{"note":"done"}"""),
            (HttpMethod.Post, $"aims/{aim}/close", """{"ending":"reached"}"""),
        })
            Assert.Single((await me.SendAsync(method, path, body)).Succeeds().GetProperty("events").EnumerateArray());

        var other = await me.NewBeliefAsync();
        (await me.PostAsync($"beliefs/{other}/ratings", """{"strength":0.4}""")).Succeeds();
        (await me.PostAsync($"beliefs/{other}/challenges", """{"challenge":"By whom?"}""")).Succeeds();
        (await me.PostAsync($"beliefs/{other}/retire", null)).Succeeds();
        Assert.Equal(24, (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task Replacing_a_belief_writes_both_streams_at_once()
    {
        var me = await journal.NewPersonAsync();
        var old = await me.NewBeliefAsync();
        var answer = await me.PostAsync($"beliefs/{old}/replacement", """{"text":"Visibility is service","strength":0.3}""");
        var events = answer.Succeeds().GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["belief_replaced", "belief_stated"], events.Select(e => e.GetProperty("type").GetString()).Order());
        var replacement = events.Single(e => e.GetProperty("type").GetString() == "belief_stated").GetProperty("subject").GetGuid();
        Assert.Equal($"/api/v1/beliefs/{replacement}", answer.Headers["Location"]);
        (await me.GetAsync(answer.Headers["Location"])).Succeeds();
    }

    [Fact]
    public async Task What_is_done_already_changes_nothing_and_is_no_error()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        await me.PostAsync($"aims/{aim}/close", """{"ending":"reached"}""");
        var again = await me.PostAsync($"aims/{aim}/close", """{"ending":"abandoned"}""");
        Assert.Empty(again.Succeeds().GetProperty("events").EnumerateArray());
        Assert.Equal(2, again.Json.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("2025-07-01", "2025-07-01T12:00:00+01:00")]
    [InlineData("2025-07-01T07:30", "2025-07-01T07:30:00+01:00")]
    [InlineData("2025-07-01T07:30:15.5Z", "2025-07-01T08:30:15.5+01:00")]
    [InlineData("2025-06-30T23:30:00-04:00", "2025-06-30T23:30:00-04:00")]
    [InlineData("2025-07-01T07:30:15.123456789z", "2025-07-01T08:30:15.1234568+01:00")]
    [InlineData("2025-03-30T01:30", "2025-03-30T02:30:00+01:00")]
    [InlineData("2025-10-26T01:30", "2025-10-26T01:30:00+01:00")]
    public async Task A_time_is_kept_as_the_person_lived_it(string sent, string kept)
    {
        var me = await journal.NewPersonAsync();
        var answer = await me.PostAsync("aims", $$"""{"title":"t","occurredAt":"{{sent}}"}""");
        Assert.Equal(kept, answer.Succeeds().GetProperty("events")[0].GetProperty("occurredAt").GetString());
    }
}
