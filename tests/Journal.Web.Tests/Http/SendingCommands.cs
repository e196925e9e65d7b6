using System.Net;
using System.Text.Json;
using Journal.Commands;

namespace Journal.Web.Tests.Http;

public sealed class SendingCommands(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task One_is_answered_as_by_its_own_address()
    {
        var me = await journal.NewPersonAsync();
        var made = await me.PostAsync("commands", """{"command":"writeEntry","text":"t"}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var id = made.Json.GetProperty("id").GetGuid();
        Assert.Equal(($"/api/v1/entries/{id}", "\"1\""), (made.Headers["Location"], made.Headers["ETag"]));
        var amended = await me.PostAsync("commands", $$"""{"command":"amendEntry","id":"{{id}}","text":"u","ifMatch":1}""");
        Assert.Equal(2, amended.Succeeds().GetProperty("version").GetInt64());
        (await me.PostAsync("commands", $$"""{"command":"amendEntry","id":"{{id}}","text":"v","ifMatch":1}""")).IsRefused(412, "version.stale");
    }

    [Fact]
    public async Task The_same_key_at_either_door_is_the_same_request()
    {
        var me = await journal.NewPersonAsync();
        var first = await me.PostAsync("entries", """{"text":"t"}""", ("Idempotency-Key", "k"));
        var again = await me.PostAsync("commands", """{"command":"writeEntry","text":"t","key":"k"}""");
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
        var id = first.Json.GetProperty("id").GetGuid();
        var amended = await me.PostAsync($"entries/{id}/amend", """{"text":"u"}""", ("Idempotency-Key", "k2"));
        Assert.Equal(amended.Succeeds().ToString(), (await me.PostAsync("commands", $$"""{"command":"amendEntry","id":"{{id}}","text":"u","key":"k2"}""")).Text);
        Assert.Equal(2, (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task Several_are_each_answered_for_themselves()
    {
        var me = await journal.NewPersonAsync();
        var practice = Guid.CreateVersion7();
        var outcomes = await OutcomesAsync(me, "commands", $$"""
            [{"command":"adoptPractice","id":"{{practice}}","title":"Write"},
             {"command":"finishExecution","id":"{{practice}}","score":2},
             {"command":"finishExecution","id":"{{practice}}","score":0.5},
             {"command":"soar"},
             {"command":"amendEntry","id":"{{Guid.NewGuid()}}","text":"t"},
             {"command":"amendEntry","text":"t"}, 5]
            """);
        Assert.Equal([201, 422, 201, 422, 404, 422, 422], outcomes.Select(one => one.GetProperty("status").GetInt32()));
        Assert.Equal([null, "score.range", null, "command.unknown", "entry.unknown", "id.missing", "command.type"], outcomes.Select(one => one.TryGetProperty("code", out var code) ? code.GetString() : null));
        Assert.Equal($"/api/v1/practices/{practice}", outcomes[0].GetProperty("location").GetString());
        Assert.Equal(2, (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task All_or_none_are_all_recorded_and_later_ones_see_what_earlier_ones_said()
    {
        var me = await journal.NewPersonAsync();
        var (aim, practice, belief, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var outcomes = await OutcomesAsync(me, "commands?atomic=true", $$"""
            [{"command":"setAim","id":"{{aim}}","title":"a"},
             {"command":"adoptPractice","id":"{{practice}}","title":"p","aimId":"{{aim}}"},
             {"command":"finishExecution","id":"{{practice}}"},
             {"command":"missExecution","id":"{{practice}}"},
             {"command":"stateBelief","id":"{{belief}}","text":"b","scope":"safe"},
             {"command":"replaceBelief","id":"{{belief}}","replacementId":"{{other}}","text":"c"},
             {"command":"rateBelief","id":"{{other}}","strength":0.9},
             {"command":"closeAim","id":"{{aim}}","ending":"reached"},
             {"command":"closeAim","id":"{{aim}}","ending":"reached"}]
            """);
        Assert.Equal([201, 201, 201, 201, 201, 201, 200, 200, 200], outcomes.Select(one => one.GetProperty("status").GetInt32()));
        Assert.Equal(9, (await journal.EventsOfAsync(me)).Count);
        foreach (var (subject, version) in new[] { (aim, 2), (practice, 3), (belief, 2), (other, 2) })
            Assert.Equal(version, (await me.GetAsync($"subjects/{(subject == aim ? "aims" : subject == practice ? "practices" : "beliefs")}/{subject}/events")).Succeeds().GetProperty("version").GetInt64());
        foreach (var outcome in outcomes.SkipLast(1))
            Assert.All(outcome.GetProperty("events").EnumerateArray(), e => Assert.True(e.GetProperty("position").GetInt64() > 0));
        Assert.Empty(outcomes[^1].GetProperty("events").EnumerateArray());
        Assert.Equal("reached", (await me.GetAsync($"aims/{aim}")).Succeeds().GetProperty("ending").GetString());
    }

    [Theory]
    [InlineData("""{"command":"rateBelief","id":"0198a000-0000-7000-8000-000000000001","strength":0.5}""", 404, "belief.unknown")]
    [InlineData("""{"command":"writeEntry","text":""}""", 422, "text.missing")]
    [InlineData("""{"command":"soar"}""", 422, "command.unknown")]
    [InlineData("""{"command":"writeEntry","text":"t","aimId":"0198a000-0000-7000-8000-000000000001"}""", 404, "aim.unknown")]
    public async Task All_or_none_are_none_when_one_is_refused(string refused, int status, string code)
    {
        var me = await journal.NewPersonAsync();
        var answer = await me.PostAsync("commands?atomic=true", $$"""[{"command":"writeEntry","text":"one"},{{refused}},{"command":"writeEntry","text":"three"}]""");
        answer.IsRefused(status, code);
        Assert.Equal(1, answer.Json.GetProperty("index").GetInt32());
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Theory]
    [InlineData("commands")]
    [InlineData("commands?atomic=true")]
    public async Task Several_sent_again_give_the_first_answers(string path)
    {
        var me = await journal.NewPersonAsync();
        const string Body = """[{"command":"writeEntry","text":"one","key":"a"},{"command":"setAim","title":"two"}]""";
        var first = await OutcomesAsync(me, path, Body, ("Idempotency-Key", "batch"));
        var again = await OutcomesAsync(me, path, Body, ("Idempotency-Key", "batch"));
        Assert.Equal([false, false, true, true], first.Concat(again).Select(one => one.GetProperty("replayed").GetBoolean()));
        Assert.Equal(first.Select(one => one.GetProperty("events").ToString()), again.Select(one => one.GetProperty("events").ToString()));
        Assert.Equal(2, (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task Eight_times_at_once_all_or_none_records_them_once()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => me.PostAsync(
            "commands?atomic=true", $$"""[{"command":"reviseAim","id":"{{aim}}","why":"w"},{"command":"writeEntry","text":"t"}]""", ("Idempotency-Key", "once"))));
        Assert.All(answers, answer => answer.Succeeds());
        Assert.Equal(3, (await journal.EventsOfAsync(me)).Count);
    }

    [Theory]
    [InlineData("commands", "[]", 422, "commands.count")]
    [InlineData("commands?atomic=perhaps", "[]", 422, "atomic.type")]
    [InlineData("commands", "{}", 422, "command.missing")]
    [InlineData("commands", """{"command":5}""", 422, "command.unknown")]
    [InlineData("commands", """{"command":"\ud800"}""", 422, "command.unknown")]
    [InlineData("commands", """{"command":"writeEntry","text":"t","key":""}""", 422, "idempotency.invalid")]
    [InlineData("commands", """{"command":"writeEntry","text":"t","ifMatch":"1"}""", 422, "ifMatch.type")]
    [InlineData("commands", """{"command":"writeEntry","text":"t","colour":"red"}""", 422, "json.unknown")]
    [InlineData("commands", """{"command":"retractOutcome","id":"0198a000-0000-7000-8000-000000000001"}""", 422, "outcomeId.missing")]
    [InlineData("commands?atomic=true", """[{"command":"writeEntry","id":"0198a000-0000-7000-8000-000000000001","text":"t"},{"command":"amendEntry","id":"0198a000-0000-7000-8000-000000000001","text":"u","key":"id 0198a000-0000-7000-8000-000000000001"}]""", 422, "idempotency.invalid")]
    [InlineData("commands?atomic=true", """[{"command":"setAim","id":"0198a000-0000-7000-8000-000000000001","title":"t","key":"k"},{"command":"closeAim","id":"0198a000-0000-7000-8000-000000000001","ending":"reached","key":"k"}]""", 422, "idempotency.repeated")]
    public async Task That_cannot_be_understood_are_refused(string path, string body, int status, string code)
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync(path, body)).IsRefused(status, code);
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task More_than_five_hundred_are_refused()
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("commands", $"[{string.Join(',', Enumerable.Repeat("""{"command":"writeEntry","text":"t"}""", 501))}]")).IsRefused(422, "commands.count");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Each_is_described_as_it_is_taken()
    {
        var me = await journal.NewPersonAsync();
        var commands = (await me.GetAsync("commands")).Succeeds().GetProperty("commands").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!);
        Assert.Equal(CommandKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal), commands.Keys.Order(StringComparer.Ordinal));
        var rate = commands["rateBelief"].GetProperty("schema");
        Assert.Equal(["command", "id", "strength"], rate.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("rateBelief", rate.GetProperty("properties").GetProperty("command").GetProperty("const").GetString());
        var state = commands["stateBelief"].GetProperty("schema").GetProperty("properties");
        Assert.Contains("safe", state.GetProperty("scope").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal("POST /api/v1/beliefs/{id}/ratings", commands["rateBelief"].GetProperty("route").GetString());
        Assert.Equal(JsonValueKind.Null, commands["setAim"].GetProperty("route").ValueKind);
    }

    private static async Task<List<JsonElement>> OutcomesAsync(JournalClient me, string path, string body, params (string Name, string Value)[] headers)
    {
        var answer = await me.PostAsync(path, body, headers);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. answer.Succeeds().EnumerateArray()];
    }
}
