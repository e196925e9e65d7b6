using System.Net.Http.Headers;
using System.Text;

namespace Journal.Web.Tests.Http;

public sealed class BadInput(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Theory]
    [InlineData("aims", """{"title":NaN}""", 400, "json.invalid")]
    [InlineData("aims", """{"title":"a","title":"b"}""", 400, "json.invalid")]
    [InlineData("aims", """{"title":"a"} x""", 400, "json.invalid")]
    [InlineData("entries", """["title"]""", 400, "json.invalid")]
    [InlineData("aims", """{"\ud800":"a"}""", 400, "json.invalid")]
    [InlineData("aims", """{"title":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""", 400, "json.invalid")]
    [InlineData("aims", "", 422, "title.missing")]
    [InlineData("aims", "{}", 422, "title.missing")]
    [InlineData("aims", """{"title":null}""", 422, "title.missing")]
    [InlineData("aims", """{"title":"  "}""", 422, "title.missing")]
    [InlineData("aims", """{"title":5}""", 422, "title.type")]
    [InlineData("aims", """{"title":"a\u0000b"}""", 422, "title.encoding")]
    [InlineData("aims", """{"title":"\ud800"}""", 422, "title.encoding")]
    [InlineData("aims", """{"titel":"a"}""", 422, "json.unknown")]
    [InlineData("aims", """{"Title":"a"}""", 422, "json.unknown")]
    [InlineData("aims", """{"title":"a","id":"5"}""", 422, "id.type")]
    [InlineData("aims", """{"title":"a","id":"00000000-0000-0000-0000-000000000000"}""", 422, "id.type")]
    [InlineData("aims", """{"title":"a","occurredAt":"yesterday"}""", 422, "time.invalid")]
    [InlineData("aims", """{"title":"a","occurredAt":"2026-02-30"}""", 422, "time.invalid")]
    [InlineData("aims", """{"title":"a","occurredAt":"0001-01-01"}""", 422, "time.invalid")]
    [InlineData("aims", """{"title":"a","occurredAt":"\ud800"}""", 422, "time.invalid")]
    [InlineData("aims", """{"title":"a","occurredAt":5}""", 422, "occurredAt.type")]
    [InlineData("aims", """{"title":"a","occurredAt":"1890-01-01"}""", 422, "time.range")]
    [InlineData("aims", """{"title":"a","occurredAt":"2999-01-01"}""", 422, "time.future")]
    [InlineData("beliefs", """{"text":"t"}""", 422, "scope.missing")]
    [InlineData("beliefs", """{"text":"t","scope":"everything"}""", 422, "scope.unknown")]
    [InlineData("beliefs", """{"text":"t","scope":"possible, deserved"}""", 422, "scope.unknown")]
    [InlineData("beliefs", """{"text":"t","scope":2}""", 422, "scope.type")]
    [InlineData("beliefs", """{"text":"t","scope":"safe","strength":1.5}""", 422, "strength.range")]
    [InlineData("beliefs", """{"text":"t","scope":"safe","strength":1e999}""", 422, "strength.range")]
    [InlineData("beliefs", """{"text":"t","scope":"safe","strength":"NaN"}""", 422, "strength.type")]
    [InlineData("beliefs", """{"text":"t","scope":"safe","strength":"0.5"}""", 422, "strength.type")]
    [InlineData("practices", """{"title":"t","times":1.5}""", 422, "times.type")]
    [InlineData("practices", """{"title":"t","times":99999999999}""", 422, "times.type")]
    [InlineData("interventions", """{"title":"t"}""", 422, "layers.missing")]
    [InlineData("interventions", """{"title":"t","layers":["soul"]}""", 422, "layers.type")]
    [InlineData("interventions", """{"title":"t","layers":[null]}""", 422, "layers.type")]
    [InlineData("aims", """{"title":"t","id":null}""", 422, "id.type")]
    public async Task Is_refused_by_a_stable_code_and_stores_nothing(string path, string body, int status, string code)
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync(path, body)).IsRefused(status, code);
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Theory]
    [InlineData("""{"kind":"finished","score":NaN}""", 400, "json.invalid")]
    [InlineData("""{"kind":"finished","score":"NaN"}""", 422, "score.type")]
    [InlineData("""{"kind":"finished","score":-0.1}""", 422, "score.range")]
    [InlineData("""{"kind":"finished","reason":"r"}""", 422, "json.unknown")]
    [InlineData("""{"kind":"half"}""", 422, "kind.unknown")]
    [InlineData("""{"kind":"retract"}""", 422, "kind.unknown")]
    [InlineData("""{"score":1}""", 422, "kind.unknown")]
    [InlineData("""{"kind":"skipped"}""", 422, "reason.missing")]
    [InlineData("""{"kind":"finished","id":"7b0c1a3e-0000-4000-8000-000000000001"}""", 422, "json.unknown")]
    public async Task In_an_outcome_stores_nothing(string body, int status, string code)
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync($"practices/{await me.NewPracticeAsync()}/outcomes", body)).IsRefused(status, code);
        Assert.Single(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task That_mentions_what_is_not_there_stores_nothing()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var (mine, foreign) = (await me.NewBeliefAsync(), await other.NewAimAsync());
        foreach (var id in new[] { Guid.NewGuid(), foreign, mine })
            (await me.PostAsync("practices", $$"""{"title":"t","aimId":"{{id}}"}""")).IsRefused(404, "aim.unknown");
        (await me.PostAsync($"beliefs/{Guid.NewGuid()}/ratings", """{"strength":0.5}""")).IsRefused(404, "belief.unknown");
        (await me.PostAsync($"beliefs/{mine}/replacement", $$"""{"text":"t","replacementId":"{{mine}}"}""")).IsRefused(422, "replacement.same");
        var entry = await me.NewAsync("entries", """{"text":"t"}""");
        (await me.PostAsync($"beliefs/{mine}/replacement", $$"""{"text":"t","replacementId":"{{entry}}"}""")).IsRefused(409, "id.taken");
        Assert.Equal(2, (await journal.EventsOfAsync(me)).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_ten_megabytes_is_refused_whether_or_not_it_says_so(bool chunked)
    {
        var me = await journal.NewPersonAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 10_000_000)}}"}"""));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var headers = chunked ? [("Transfer-Encoding", "chunked")] : Array.Empty<(string, string)>();
        (await me.SendContentAsync(HttpMethod.Post, "entries", content, headers)).IsRefused(413, "body.large");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Of_another_media_type_is_refused(string? type)
    {
        var me = await journal.NewPersonAsync();
        using var content = new ByteArrayContent("""{"title":"t"}"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        (await me.SendContentAsync(HttpMethod.Post, "entries", content)).IsRefused(415, "body.type");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Theory]
    [InlineData("Lisbon")]
    [InlineData("../../etc/passwd")]
    [InlineData("posixrules")]
    [InlineData("GMT Standard Time")]
    [InlineData("")]
    public async Task Of_a_zone_leaves_the_person_where_they_were(string zone)
    {
        var me = await journal.NewPersonAsync();
        (await me.PatchAsync("me", $$"""{"zone":"{{zone}}"}""")).IsRefused(422, "zone.unknown");
        Assert.Equal("Europe/Lisbon", (await me.GetAsync("me")).Json.GetProperty("zone").GetString());
    }

    [Fact]
    public async Task Is_never_sent_back()
    {
        var me = await journal.NewPersonAsync();
        foreach (var body in new[] { """{"title":"hush-hush" """, """{"title":{"hush-hush":1}}""", """{"my hush-hush":1}""", """{"title":"t","occurredAt":"hush-hush"}""", """{"title":"t","why":"hush-hush\ud800"}""" })
            Assert.DoesNotContain("hush", (await me.PostAsync("aims", body)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_method_and_address_is_told_as_a_problem_too()
    {
        var me = await journal.NewPersonAsync();
        (await me.SendAsync(HttpMethod.Put, "aims", "{}")).IsRefused(405, "method.unknown");
        (await me.GetAsync("history?aim=5")).IsRefused(422, "aim.type");
    }
}
