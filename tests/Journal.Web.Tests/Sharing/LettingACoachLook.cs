using System.Net;
using Journal.Web.Access;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Sharing;

/// <summary>Two coaches with grants that do not overlap, one who was one, and one who is nobody's, over one journal full of words that are only here.</summary>
public sealed class LettingACoachLook(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Run = "canaryrun", Note = "canarynote", Belief = "canarybelief", Entry = "canaryentry", Decision = "canarydecision";
    private static readonly string[] Words = [Run, Note, Belief, Entry, Decision];

    [Fact]
    public async Task Shows_each_of_them_what_their_grant_covers_and_not_a_byte_of_the_rest()
    {
        var (me, execution, belief, former, stranger) = (await FilledAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await GiveAsync(me, execution, """["execution"]""");
        await GiveAsync(me, belief, """["belief"]""", words: true);
        var ended = await GiveAsync(me, former, """["belief","thinking","execution"]""", words: true);
        Assert.Equal(HttpStatusCode.NoContent, (await me.SendAsync(HttpMethod.Delete, $"grants/{ended}", null)).Status);

        var routes = await RoutesAsync(me);
        foreach (var (coach, seen) in new (JournalClient, string[])[] { (execution, []), (belief, [Belief]), (former, []), (stranger, []) })
        {
            foreach (var route in routes)
            {
                var answer = await coach.GetAsync(route);
                Assert.True((int)answer.Status < 500, $"{route}: {answer.Status}");
                foreach (var word in Words.Except(seen))
                    Assert.False(answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{route} tells {word}");
                if (coach == former || coach == stranger)
                    Assert.Equal(404, (int)answer.Status);
            }
        }

        var id = me.Person.Id;
        Assert.Equal("Practice 1", (await execution.GetAsync($"people/{id}/subjects/practices")).Succeeds().GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal(0, (await execution.GetAsync($"people/{id}/subjects/beliefs")).Succeeds().GetProperty("items").GetArrayLength());
        Assert.Contains(Belief, (await belief.GetAsync($"people/{id}/history")).Text, StringComparison.Ordinal);
        (await execution.GetAsync($"people/{id}/reports/cycles")).Succeeds();
        (await execution.GetAsync($"people/{id}/reports/beliefs")).IsRefused(404, "report.unknown");
        (await execution.GetAsync($"people/{id}/reports/alignment")).IsRefused(404, "report.unknown");
    }

    [Fact]
    public async Task Ends_with_the_next_request_and_by_the_clock_and_is_not_found_like_one_that_never_was()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        var address = $"people/{me.Person.Id}/history";
        var missing = (await coach.GetAsync(address)).Text;
        var first = await GiveAsync(me, coach, """["execution"]""");
        (await coach.GetAsync(address)).Succeeds();
        // Whoever may look can also say that they no longer want it.
        Assert.Equal(HttpStatusCode.NoContent, (await coach.SendAsync(HttpMethod.Delete, $"grants/{first}", null)).Status);
        Assert.Equal(missing, (await coach.GetAsync(address)).Text);
        var second = await GiveAsync(me, coach, """["execution"]""");
        (await coach.GetAsync(address)).Succeeds();
        await using var command = journal.Database.DataSource.CreateCommand("update journal.mt_doc_grant set data = jsonb_set(data, '{Until}', to_jsonb(now() - interval '1 second')) where id = $1");
        command.Parameters.Add(new() { Value = Guid.Parse(second) });
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        (await coach.GetAsync(address)).IsRefused(404, "person.unknown");
        Assert.Equal(0, (await coach.GetAsync("people")).Succeeds().GetProperty("people").GetArrayLength());
    }

    [Fact]
    public async Task Is_seen_by_the_person_once_an_hour_and_changes_nothing_of_theirs()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me, coach, """["execution"]""");
        var before = (await journal.EventsOfAsync(me)).Count;
        for (var i = 0; i < 3; i++)
            (await coach.GetAsync($"people/{me.Person.Id}/reports/cycles")).Succeeds();
        (await coach.GetAsync($"people/{me.Person.Id}/history")).Succeeds();
        var looks = (await me.GetAsync("grants")).Succeeds().GetProperty("looks").EnumerateArray().ToList();
        Assert.Equal(["history", "reports/cycles"], looks.Select(look => look.GetProperty("what").GetString()));
        Assert.All(looks, look => Assert.Equal(coach.Person.Handle, look.GetProperty("coach").GetString()));
        Assert.Equal(before, (await journal.EventsOfAsync(me)).Count);
        Assert.Equal(0, (await coach.GetAsync("grants")).Succeeds().GetProperty("looks").GetArrayLength());
    }

    [Fact]
    public async Task Does_not_chain_and_gives_nothing_to_change()
    {
        var (me, coach, other) = (await FilledAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var id = await GiveAsync(me, coach, """["execution"]""");
        await GiveAsync(coach, other, """["belief","thinking","execution"]""", words: true);
        (await other.GetAsync($"people/{me.Person.Id}/history")).IsRefused(404, "person.unknown");
        Assert.DoesNotContain("canary", (await other.GetAsync($"people/{coach.Person.Id}/history")).Text, StringComparison.Ordinal);
        (await other.SendAsync(HttpMethod.Delete, $"grants/{id}", null)).IsRefused(404, "grant.unknown");
        var reader = coach.With(await journal.IssueAsync(coach.Person, Scope.Read));
        (await reader.GetAsync($"people/{me.Person.Id}/history")).Succeeds();
        (await reader.SendAsync(HttpMethod.Delete, $"grants/{id}", null)).IsRefused(403, "scope.read");
        var writer = me.With(await journal.IssueAsync(me.Person, Scope.Write));
        (await writer.PostAsync("grants", Body(coach, """["execution"]"""))).IsRefused(403, "scope.manage");
    }

    [Fact]
    public async Task Goes_to_the_person_and_not_to_whoever_has_their_handle_later()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        await GiveAsync(me, coach, """["execution"]""");
        await using var command = journal.Database.DataSource.CreateCommand("delete from journal.mt_doc_person where id = $1");
        command.Parameters.Add(new() { Value = coach.Person.Id });
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        var (again, _) = await journal.Get<PeopleRegistry>().AddAsync(coach.Person.Handle, "UTC", CancellationToken.None);
        var impostor = new JournalClient(journal.Http, again!, await journal.IssueAsync(again!, Scope.Manage));
        (await impostor.GetAsync($"people/{me.Person.Id}/history")).IsRefused(404, "person.unknown");
    }

    [Fact]
    public async Task Is_said_in_words_before_and_not_given_by_that()
    {
        var (me, coach) = (await FilledAsync(), await journal.NewPersonAsync());
        var said = (await me.PostAsync("grants?dryRun=true", Body(coach, """["execution"]"""))).Succeeds().GetProperty("meaning").GetString()!;
        Assert.StartsWith($"{coach.Person.Handle} may see until the end of ", said, StringComparison.Ordinal);
        Assert.EndsWith(": execution, without your words.", said, StringComparison.Ordinal);
        (await coach.GetAsync($"people/{me.Person.Id}/history")).IsRefused(404, "person.unknown");
    }

    [Theory]
    [InlineData("""{"coach":"nobody-here","layers":["execution"]}""", 404, "coach.unknown")]
    [InlineData("""{"coach":"COACH"}""", 422, "layers.missing")]
    [InlineData("""{"coach":"COACH","layers":["execution"],"kinds":["outcome"]}""", 422, "kinds.unknown")]
    [InlineData("""{"coach":"COACH","layers":["execution"],"aims":["0198a000-0000-7000-8000-000000000001"]}""", 422, "aims.unknown")]
    [InlineData("""{"coach":"COACH","layers":["execution"],"until":"2020-01-01"}""", 422, "until.range")]
    [InlineData("""{"coach":"COACH","layers":["execution"],"until":"soon"}""", 422, "time.invalid")]
    [InlineData("""{"coach":"COACH","layers":["execution"],"from":"2026-02-01","to":"2026-01-01"}""", 422, "time.order")]
    public async Task Is_refused_by_name_where_it_cannot_be_meant(string body, int status, string code)
    {
        var (me, coach) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        (await me.PostAsync("grants", body.Replace("COACH", coach.Person.Handle, StringComparison.Ordinal))).IsRefused(status, code);
    }

    private async Task<JournalClient> FilledAsync()
    {
        var me = await journal.NewPersonAsync();
        var practice = await me.NewAsync("practices", $$"""{"title":"{{Run}}","times":3,"days":7}""");
        (await me.PostAsync($"practices/{practice}/outcomes", $$"""{"kind":"finished","note":"{{Note}}"}""")).Succeeds();
        (await me.PostAsync("beliefs", $$"""{"text":"{{Belief}}","scope":"safe","strength":0.8}""")).Succeeds();
        (await me.PostAsync("entries", $$"""{"text":"{{Entry}}"}""")).Succeeds();
        (await me.PostAsync("decisions", $$"""{"question":"{{Decision}}"}""")).Succeeds();
        return me;
    }

    // Every address a coach has below a person.
    private static async Task<IReadOnlyList<string>> RoutesAsync(JournalClient me)
    {
        var below = $"people/{me.Person.Id}";
        var reports = (await me.GetAsync("reports")).Succeeds().GetProperty("reports").EnumerateArray().Select(report => $"{below}/reports/{report.GetProperty("name").GetString()}");
        return [.. reports, .. Journal.Facts.FactKinds.All.Select(kind => $"{below}/subjects/{kind.Plural}"), $"{below}/history", $"/{below}", $"/{below}/reports/cycles", $"/{below}/reports/beliefs"];
    }

    private static string Body(JournalClient coach, string layers, bool words = false) => $$"""{"coach":"{{coach.Person.Handle}}","layers":{{layers}},"words":{{(words ? "true" : "false")}}}""";

    private static async Task<string> GiveAsync(JournalClient me, JournalClient coach, string layers, bool words = false) =>
        (await me.PostAsync("grants", Body(coach, layers, words))).Succeeds().GetProperty("id").GetString()!;
}
