using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Journal.Web.Access;
using Journal.Web.Operations;
using Journal.Web.Tests.Erasing;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Sharing;

/// <summary>Coaches who may comment and who may not, on a journal with a practice, an outcome of it and a belief.</summary>
public sealed class LettingACoachComment(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private static int keys;

    [Fact]
    public async Task Takes_comments_on_a_subject_an_event_and_a_report_and_shows_them_to_both_and_nobody_else()
    {
        var (me, coach, other) = (await FilledAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, coach);
        await GiveAsync(me.Client, other);
        foreach (var about in new[] { $"{me.Practice}", $"{me.Outcome}", "cycles" })
            (await coach.PostAsync(At(me), Body(about, $"said of {about}"))).Succeeds();
        var own = Comments(await coach.GetAsync(At(me)));
        Assert.Equal(["said of cycles", $"said of {me.Outcome}", $"said of {me.Practice}"], own.Select(one => one.GetProperty("text").GetString()));
        Assert.Equal("Practice 1", own[2].GetProperty("title").GetString());
        Assert.Empty(Comments(await other.GetAsync(At(me))));

        var seen = Comments(await me.Client.GetAsync("comments"));
        Assert.Equal(3, seen.Count);
        Assert.All(seen, one => Assert.Equal(coach.Person.Handle, one.GetProperty("person").GetString()));
        Assert.Equal("Run", seen[2].GetProperty("title").GetString());
        Assert.Equal(2, Comments(await me.Client.GetAsync($"comments?about={me.Practice}")).Count);
        Assert.Empty(Comments(await me.Client.GetAsync($"comments?person={other.Person.Handle}")));
        (await other.SendAsync(HttpMethod.Delete, $"{At(me)}/{own[0].GetProperty("id")}", null)).IsRefused(404, "comment.unknown");
        Assert.Equal(HttpStatusCode.NoContent, (await coach.SendAsync(HttpMethod.Delete, $"{At(me)}/{own[0].GetProperty("id")}", null)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await me.Client.SendAsync(HttpMethod.Delete, $"comments/{own[1].GetProperty("id")}", null)).Status);
        Assert.Single(Comments(await coach.GetAsync(At(me))));
    }

    [Fact]
    public async Task Lets_nobody_write_who_was_not_let_comment_or_about_what_is_not_shared()
    {
        var (me, stranger, reader, coach) = (await FilledAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, reader, comments: false);
        await GiveAsync(me.Client, coach);
        (await stranger.PostAsync(At(me), Body($"{me.Practice}", "t"))).IsRefused(404, "person.unknown");
        (await reader.PostAsync(At(me), Body($"{me.Practice}", "t"))).IsRefused(404, "comments.off");
        (await reader.GetAsync(At(me))).IsRefused(404, "comments.off");
        var theirs = (await coach.NewPracticeAsync(), (await journal.EventsOfAsync(coach))[0].Id);
        foreach (var about in new[] { $"{me.Belief}", $"{me.BeliefEvent}", $"{Guid.NewGuid()}", $"{theirs.Item1}", $"{theirs.Item2}", "beliefs", "alignment", "nothing" })
            (await coach.PostAsync(At(me), Body(about, "t"))).IsRefused(404, "about.unknown");
        Assert.Empty(Comments(await me.Client.GetAsync("comments")));
        var reading = coach.With(await journal.IssueAsync(coach.Person, Scope.Read));
        (await reading.PostAsync(At(me), Body("cycles", "t"))).IsRefused(403, "scope.read");
    }

    [Theory]
    [InlineData("\"kinds\":[\"process\"]")]
    [InlineData("\"from\":\"2020-01-01\",\"to\":\"2020-01-02\"")]
    [InlineData("\"aims\":[\"AIM\"]")]
    public async Task Holds_comments_to_the_kinds_days_and_aims_of_the_grant(string narrowed)
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        var aim = await me.Client.NewAimAsync();
        await me.Client.NewAsync("grants", $$"""{"coach":"{{coach.Person.Handle}}","layers":["execution"],"comments":true,{{narrowed.Replace("AIM", $"{aim}", StringComparison.Ordinal)}}}""");
        (await coach.PostAsync(At(me), Body($"{me.Practice}", "t"))).IsRefused(404, "about.unknown");
    }

    [Fact]
    public async Task Ends_with_the_grant_or_its_comments_and_leaves_the_person_what_was_written()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        var grant = await GiveAsync(me.Client, coach);
        var comment = (await coach.PostAsync(At(me), Body("cycles", "kept"))).Succeeds().GetProperty("id").GetString();
        await GiveAsync(me.Client, coach, comments: false);
        await IsShutAsync("comments.off");
        var again = await GiveAsync(me.Client, coach);
        Assert.Single(Comments(await coach.GetAsync(At(me))));
        Assert.NotEqual(grant, again);
        (await me.Client.SendAsync(HttpMethod.Delete, $"grants/{again}", null)).Succeeds();
        await IsShutAsync("person.unknown");
        var last = await GiveAsync(me.Client, coach);
        await using var command = journal.Database.DataSource.CreateCommand("update journal.mt_doc_grant set data = jsonb_set(data, '{Until}', to_jsonb(now() - interval '1 second')) where id = $1");
        command.Parameters.Add(new() { Value = Guid.Parse(last) });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
        await IsShutAsync("person.unknown");
        Assert.Equal("kept", Assert.Single(Comments(await me.Client.GetAsync("comments"))).GetProperty("text").GetString());

        async Task IsShutAsync(string code)
        {
            (await coach.GetAsync(At(me))).IsRefused(404, code);
            (await coach.PostAsync(At(me), Body("cycles", "t"))).IsRefused(404, code);
            (await coach.SendAsync(HttpMethod.Delete, $"{At(me)}/{comment}", null)).IsRefused(404, code);
        }
    }

    [Theory]
    [InlineData("{}", "text.missing")]
    [InlineData("""{"text":"t"}""", "about.missing")]
    [InlineData("""{"about":"cycles","text":"  "}""", "text.missing")]
    [InlineData("""{"about":"cycles","text":"LONG"}""", "text.length")]
    [InlineData("""{"about":"cycles","text":"a\u0000b"}""", "text.encoding")]
    public async Task Refuses_by_name_what_is_no_comment(string body, string code)
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, coach);
        (await coach.PostAsync(At(me), body.Replace("LONG", new('x', 4_001), StringComparison.Ordinal))).IsRefused(422, code);
        (await coach.PostAsync(At(me), Body("cycles", new('x', 4_000)))).Succeeds();
    }

    [Fact]
    public async Task Counts_what_is_sent_again_once_and_tells_the_person_once_without_a_word_of_it()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, coach);
        var key = $"k-{Interlocked.Increment(ref keys)}";
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => coach.PostAsync(At(me), Body($"{me.Practice}", "canarycomment"), ("Idempotency-Key", key))));
        Assert.Single(sent.Select(answer => answer.Succeeds().GetProperty("id").GetString()).Distinct());
        (await coach.PostAsync(At(me), Body($"{me.Practice}", "other"), ("Idempotency-Key", key))).IsRefused(422, "idempotency.mismatch");
        var answer = await me.Client.GetAsync("notices");
        var notice = Assert.Single(answer.Succeeds().GetProperty("notices").EnumerateArray());
        Assert.Equal("commentWritten", notice.GetProperty("kind").GetString());
        Assert.Equal("/comments", notice.GetProperty("address").GetString());
        Assert.DoesNotContain("canarycomment", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(journal.Log.Lines, line => line.Contains("canarycomment", StringComparison.Ordinal));
        Assert.Equal(0, (await coach.GetAsync("notices")).Succeeds().GetProperty("notices").GetArrayLength());
    }

    [Fact]
    public async Task Shows_the_person_a_comment_on_a_report_at_the_report_and_nowhere_else_there()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, coach);
        (await coach.PostAsync(At(me), Body("cycles", "the third week again"))).Succeeds();
        (await coach.PostAsync(At(me), Body($"{me.Practice}", "of the practice"))).Succeeds();
        Assert.Equal("the third week again", Assert.Single(Comments(await me.Client.GetAsync("comments?about=cycles"))).GetProperty("text").GetString());
        Assert.Empty(Comments(await me.Client.GetAsync("comments?about=alignment")));
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Client.Person.Id, journal.Address, AuditSource.Terminal, Ct);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("code", link.Fragment[1..])]);
        var cookie = (await me.Client.With(null).SendContentAsync(HttpMethod.Post, "/sign-in", form, [("Sec-Fetch-Site", "same-origin")])).Headers["Set-Cookie"].Split(';')[0];
        Assert.Contains("the third week again", await SeeAsync("/reports/cycles"), StringComparison.Ordinal);
        Assert.DoesNotContain("of the practice", await SeeAsync("/reports/cycles"), StringComparison.Ordinal);
        Assert.DoesNotContain("the third week again", await SeeAsync("/reports/alignment"), StringComparison.Ordinal);

        async Task<string> SeeAsync(string address) => (await me.Client.With(null).GetAsync(address, ("Cookie", cookie))).Text;
    }

    [Theory]
    [InlineData("json", "comments.json", "\"text\":\"quite, \\\"so\\\"\"")]
    [InlineData("csv", "comments.csv", "cycles,,\"quite, \"\"so\"\"\"")]
    [InlineData("markdown", "comments.md", "about cycles\n\nquite, \"so\"\n")]
    public async Task Gives_the_person_what_was_written_with_each_archive_of_all(string format, string name, string text)
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, coach);
        Assert.Null(await FileAsync());
        (await coach.PostAsync(At(me), Body("cycles", "quite, \\\"so\\\""))).Succeeds();
        Assert.Contains(text, await FileAsync(), StringComparison.Ordinal);

        async Task<string?> FileAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/exports?format={format}", UriKind.Relative));
            request.Headers.Authorization = new("Bearer", me.Client.Token);
            using var response = await journal.Http.SendAsync(request, Ct);
            using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync(Ct));
            if (archive.GetEntry(name) is not { } entry)
                return null;
            using var reader = new StreamReader(await entry.OpenAsync(Ct));
            return await reader.ReadToEndAsync(Ct);
        }
    }

    [Fact]
    public async Task Takes_a_thousand_by_a_grant_and_no_more()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        var grant = await GiveAsync(me.Client, coach);
        (await coach.PostAsync(At(me), Body("cycles", "one"))).Succeeds();
        await using var command = journal.Database.DataSource.CreateCommand("""
            insert into journal.mt_doc_comment
            select (jsonb_populate_record(c, to_jsonb(c) || jsonb_build_object('id', made.id, 'data', c.data || jsonb_build_object('Id', made.id)))).*
            from journal.mt_doc_comment c, lateral (select gen_random_uuid() as id from generate_series(1, 999) where c.id is not null) made where c.data ->> 'Grant' = $1
            """);
        command.Parameters.Add(new() { Value = grant });
        Assert.Equal(999, await command.ExecuteNonQueryAsync(Ct));
        (await coach.PostAsync(At(me), Body("cycles", "t"))).IsRefused(409, "comments.many");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_nothing_of_whoever_is_erased_whichever_side_they_were_on(bool isOwner)
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, coach);
        var word = $"canary{(isOwner ? "owner" : "author")}comment";
        (await coach.PostAsync(At(me), Body("cycles", word))).Succeeds();
        Assert.NotEmpty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, word));
        var gone = isOwner ? me.Client : coach;
        (await gone.PostAsync("me/erasure", $$"""{"handle":"{{gone.Person.Handle}}","now":true}""")).Succeeds();
        for (var began = Stopwatch.GetTimestamp(); (await Canaries.FindAsync(journal.Database.SuperuserConnectionString, word)).Count > 0; await Task.Delay(100, Ct))
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
        if (!isOwner)
            Assert.Empty(Comments(await me.Client.GetAsync("comments")));
    }

    [Fact]
    public async Task Goes_with_the_subject_that_it_is_about_when_that_is_erased_whole()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me.Client, coach);
        (await coach.PostAsync(At(me), Body($"{me.Practice}", "of it"))).Succeeds();
        (await coach.PostAsync(At(me), Body("cycles", "of a report"))).Succeeds();
        await journal.Get<Projections>().CatchUpAsync(Ct);
        (await me.Client.PostAsync("erasures", $$"""{"id":"{{me.Practice}}","whole":true}""")).Succeeds();
        Assert.Equal("of a report", Assert.Single(Comments(await me.Client.GetAsync("comments"))).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Is_said_before_and_in_the_list()
    {
        var (me, coach) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var said = (await me.PostAsync("grants?dryRun=true", $$"""{"coach":"{{coach.Person.Handle}}","layers":["execution"],"comments":true}""")).Succeeds();
        Assert.EndsWith(": execution, without your words, and may comment.", said.GetProperty("meaning").GetString(), StringComparison.Ordinal);
        await GiveAsync(me, coach);
        Assert.True((await coach.GetAsync("people")).Succeeds().GetProperty("people")[0].GetProperty("comments").GetBoolean());
    }

    private static string At((JournalClient Client, Guid Practice, Guid Outcome, Guid Belief, Guid BeliefEvent) me) => $"people/{me.Client.Person.Id}/comments";

    private static string Body(string about, string text) => $$"""{"about":"{{about}}","text":"{{text}}"}""";

    private static List<System.Text.Json.JsonElement> Comments(Answer answer) => [.. answer.Succeeds().GetProperty("comments").EnumerateArray()];

    private async Task<(JournalClient Client, Guid Practice, Guid Outcome, Guid Belief, Guid BeliefEvent)> FilledAsync()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewAsync("practices", """{"title":"Run","times":3,"days":7}""");
        (await me.PostAsync($"practices/{practice}/outcomes", """{"kind":"finished"}""")).Succeeds();
        var belief = await me.NewBeliefAsync();
        var events = await journal.EventsOfAsync(me);
        return (me, practice, events.Last(e => e.Stream == practice).Id, belief, events.First(e => e.Stream == belief).Id);
    }

    private static async Task<string> GiveAsync(JournalClient me, JournalClient coach, bool comments = true) =>
        (await me.PostAsync("grants", $$"""{"coach":"{{coach.Person.Handle}}","layers":["execution"],"comments":{{(comments ? "true" : "false")}}}""")).Succeeds().GetProperty("id").GetString()!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
