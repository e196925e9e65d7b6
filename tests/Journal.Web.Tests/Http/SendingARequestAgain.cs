namespace Journal.Web.Tests.Http;

public sealed class SendingARequestAgain(JournalOnASocket journal) : IClassFixture<JournalOnASocket>
{
    private const string Key = "Idempotency-Key";

    public static TheoryData<string, string> Requests => new()
    {
        { "aims", """{"title":"Publish weekly"}""" },
        { "practices/{practice}/outcomes", """{"kind":"finished","score":0.5}""" },
        { "practices/{practice}/drop", "{}" },
        { "beliefs/{belief}/ratings", """{"strength":0.2}""" },
        { "beliefs/{belief}/replacement", """{"text":"Visibility is service"}""" },
        { "beliefs/{belief}/evidence", """{"direction":"supports","note":"seen"}""" },
        { "entries", """{"text":"Wrote"}""" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task With_its_key_gives_the_first_answer(string path, string body)
    {
        var me = await journal.NewPersonAsync();
        var address = await AddressAsync(me, path);
        var first = await me.PostAsync(address, body, (Key, "k-1"));
        first.Succeeds();
        Assert.DoesNotContain("Idempotent-Replayed", first.Headers.Keys);
        var stored = (await journal.EventsOfAsync(me)).Count;

        var again = await me.PostAsync(address, body, (Key, "k-1"));
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
        Assert.Equal((first.Headers["ETag"], first.Headers.GetValueOrDefault("Location")), (again.Headers["ETag"], again.Headers.GetValueOrDefault("Location")));
        Assert.Equal(stored, (await journal.EventsOfAsync(me)).Count);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Eight_times_at_once_records_it_once(string path, string body)
    {
        var me = await journal.NewPersonAsync();
        var address = await AddressAsync(me, path);
        var before = (await journal.EventsOfAsync(me)).Count;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => me.PostAsync(address, body, (Key, "k-8"))));
        Assert.True(answers.All(answer => (int)answer.Status < 500), string.Join('\n', journal.Log.Lines.Where(line => line.Contains("failed.", StringComparison.Ordinal))));
        Assert.All(answers, answer => answer.Succeeds());
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Single(answers, answer => !answer.Headers.ContainsKey("Idempotent-Replayed"));
        Assert.Equal(before + answers[0].Json.GetProperty("events").GetArrayLength(), (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task With_other_content_under_the_same_key_is_refused()
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("aims", """{"title":"One"}""", (Key, "same"))).Succeeds();
        (await me.PostAsync("aims", """{"title":"Two"}""", (Key, "same"))).IsRefused(422, "idempotency.mismatch");
        (await me.PostAsync("entries", """{"text":"One"}""", (Key, "same"))).IsRefused(422, "idempotency.mismatch");
        Assert.Single(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Differently_laid_out_is_the_same_request()
    {
        var me = await journal.NewPersonAsync();
        var first = await me.PostAsync("aims", """{"title":"One","why":"w"}""", (Key, "layout"));
        var again = await me.PostAsync("aims", """{ "why": "w",  "title": "\u004fne" }""", (Key, "layout"));
        Assert.Equal(first.Text, again.Text);
    }

    [Fact]
    public async Task After_the_subject_went_on_still_gives_the_first_answer()
    {
        var me = await journal.NewPersonAsync();
        var first = await me.PostAsync("aims", """{"title":"One"}""", (Key, "early"));
        var id = first.Json.GetProperty("id").GetGuid();
        await me.PostAsync($"aims/{id}/close", """{"ending":"reached"}""");
        var again = await me.PostAsync("aims", """{"title":"One"}""", (Key, "early"), ("If-Match", "\"9\""));
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
    }

    [Fact]
    public async Task Of_another_person_under_the_same_key_is_another_request()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var mine = await me.PostAsync("aims", """{"title":"One"}""", (Key, "shared"));
        var theirs = await other.PostAsync("aims", """{"title":"One"}""", (Key, "shared"));
        Assert.NotEqual(mine.Succeeds().GetProperty("id").GetGuid(), theirs.Succeeds().GetProperty("id").GetGuid());
        Assert.DoesNotContain("Idempotent-Replayed", theirs.Headers.Keys);
    }

    [Fact]
    public async Task That_was_refused_may_come_again_mended()
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("beliefs", """{"text":"t","scope":"safe","strength":7}""", (Key, "mend"))).IsRefused(422, "strength.range");
        (await me.PostAsync("beliefs", """{"text":"t","scope":"safe","strength":0.7}""", (Key, "mend"))).Succeeds();
    }

    [Fact]
    public async Task With_an_id_the_sender_chose_is_harmless_too()
    {
        var me = await journal.NewPersonAsync();
        var id = Guid.NewGuid();
        var first = await me.PostAsync("aims", $$"""{"id":"{{id}}","title":"One"}""");
        var again = await me.PostAsync("aims", $$"""{"id":"{{id}}","title":"One"}""");
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        (await me.PostAsync("aims", $$"""{"id":"{{id}}","title":"Two"}""")).IsRefused(409, "aim.exists");
        (await me.PostAsync("entries", $$"""{"id":"{{id}}","text":"Two"}""")).IsRefused(409, "id.taken");
        Assert.Single(await journal.EventsOfAsync(me));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a,\tb")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("aims", """{"title":"One"}""", (Key, key))).IsRefused(400, "idempotency.invalid");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    private static async Task<string> AddressAsync(JournalClient me, string path) =>
        path.Contains("{practice}", StringComparison.Ordinal) ? path.Replace("{practice}", $"{await me.NewPracticeAsync()}", StringComparison.Ordinal)
        : path.Contains("{belief}", StringComparison.Ordinal) ? path.Replace("{belief}", $"{await me.NewBeliefAsync()}", StringComparison.Ordinal)
        : path;
}
