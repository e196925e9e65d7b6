using System.Text.Json;

namespace Journal.Web.Tests.Http;

/// <summary>PATCH: what is left out stays, and null empties what may be empty.</summary>
public sealed class EmptyingWhatWasGiven(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task A_target_and_its_unit_are_gone_from_then_on()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        var practice = await me.NewAsync("practices", $$"""{"title":"Write","times":3,"days":7,"target":500,"unit":"words","aimId":"{{aim}}","occurredAt":"2026-01-05"}""");
        var answer = await me.PatchAsync($"practices/{practice}", """{"target":null,"unit":null,"aimId":null,"times":2,"occurredAt":"2026-02-02"}""");
        Assert.Equal("""["target","unit","aimId"]""", answer.Succeeds().GetProperty("events")[0].GetProperty("data").GetProperty("cleared").ToString());
        var now = (await me.GetAsync($"practices/{practice}")).Succeeds();
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (Kind(now, "unit"), Kind(now, "aimId")));
        var cadences = now.GetProperty("cadences");
        Assert.Equal((500, JsonValueKind.Null, 2), (cadences[0].GetProperty("target").GetInt32(), Kind(cadences[1], "target"), cadences[1].GetProperty("times").GetInt32()));
    }

    [Fact]
    public async Task Why_an_aim_is_pursued_can_be_left_open_again()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAsync("aims", """{"title":"Publish weekly","why":"to be found"}""");
        (await me.PatchAsync($"aims/{aim}", """{"title":"Publish"}""")).Succeeds();
        Assert.Equal("to be found", (await me.GetAsync($"subjects/aims/{aim}")).Succeeds().GetProperty("why").GetString());
        (await me.PatchAsync($"aims/{aim}", """{"why":null}""")).Succeeds();
        Assert.Equal(JsonValueKind.Null, Kind((await me.GetAsync($"subjects/aims/{aim}")).Succeeds(), "why"));
    }

    [Fact]
    public async Task What_it_cannot_be_without_is_not_emptied()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewPracticeAsync();
        (await me.PatchAsync($"practices/{practice}", """{"title":null}""")).IsRefused(422, "title.missing");
        (await me.PatchAsync($"practices/{practice}", """{"times":null,"target":null}""")).IsRefused(422, "times.missing");
        (await me.PatchAsync($"practices/{practice}", """{"cleared":["title"]}""")).IsRefused(422, "json.unknown");
    }

    [Fact]
    public async Task A_key_stands_for_what_it_emptied()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewAsync("practices", """{"title":"Write","target":500,"unit":"words"}""");
        var first = (await me.PatchAsync($"practices/{practice}", """{"times":2,"unit":null}""", ("Idempotency-Key", "k"))).Succeeds();
        Assert.Equal(first.ToString(), (await me.PatchAsync($"practices/{practice}", """{"times":2,"unit":null}""", ("Idempotency-Key", "k"))).Succeeds().ToString());
        Assert.Equal(422, (int)(await me.PatchAsync($"practices/{practice}", """{"times":2}""", ("Idempotency-Key", "k"))).Status);
    }

    private static JsonValueKind Kind(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.ValueKind : JsonValueKind.Null;
}
