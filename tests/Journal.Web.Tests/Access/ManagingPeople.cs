using System.Net;
using Journal.Web.Access;
using Journal.Web.Administering;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Access;

public sealed class ManagingPeople(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Page = "/settings/people";

    [Fact]
    public async Task An_administrator_sees_who_is_here_and_no_word_of_theirs()
    {
        var (admin, other) = (await AdministratorAsync(), await journal.NewPersonAsync());
        await other.NewAsync("entries", """{"text":"a word of the other"}""");
        await other.NewPracticeAsync();
        var list = await admin.GetAsync("admin/people");
        var one = list.Succeeds().GetProperty("people").EnumerateArray().Single(person => person.GetProperty("handle").GetString() == other.Person.Handle);
        Assert.Equal(2, one.GetProperty("events").GetInt64());
        Assert.Equal(["closed", "erased", "events", "handle", "id", "isAdministrator", "seen", "since", "ways"], one.EnumerateObject().Select(property => property.Name).Order());
        var page = await (await BrowserAsync(admin)).GetAsync(Page);
        Assert.Contains(other.Person.Handle, page.Text, StringComparison.Ordinal);
        foreach (var text in new[] { list.Text, page.Text })
        {
            Assert.DoesNotContain("a word of the other", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Write", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_administrator_finds_nothing_where_the_words_of_another_are()
    {
        var (admin, other) = (await AdministratorAsync(), await journal.NewPersonAsync());
        var (entry, practice, belief) = (await other.NewAsync("entries", """{"text":"a word of the other"}"""), await other.NewPracticeAsync(), await other.NewBeliefAsync());
        var id = other.Person.Id;
        foreach (var path in new[]
        {
            $"entries/{entry}", $"entries/{entry}/events", $"practices/{practice}", $"practices/{practice}/events", $"beliefs/{belief}", $"people/{id}/history", $"people/{id}/reports/alignment",
        })
            Assert.True((await admin.GetAsync(path)).Status == HttpStatusCode.NotFound, path);
        var browser = await BrowserAsync(admin);
        foreach (var path in new[] { $"/beliefs/{belief}", $"/practices/{practice}", $"/people/{id}" })
            Assert.True((await browser.GetAsync(path)).Status == HttpStatusCode.NotFound, path);
        foreach (var path in new[] { "history", "entries", "history/changes", "exports", "audit", "grants" })
            Assert.DoesNotContain("a word of the other", (await admin.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_administrator_gets_what_an_unknown_address_gives()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var id = other.Person.Id;
        foreach (var (method, path, body) in new (HttpMethod, string, string?)[]
        {
            (HttpMethod.Get, "admin/people", null), (HttpMethod.Post, "admin/invitations", null), (HttpMethod.Patch, $"admin/people/{id}", """{"closed":true}"""),
            (HttpMethod.Delete, $"admin/people/{id}/access", null), (HttpMethod.Post, $"admin/people/{id}/erasure", $$"""{"handle":"{{other.Person.Handle}}"}"""),
        })
            (await me.SendAsync(method, path, body)).IsRefused(404, "route.unknown");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("me")).Status);
        var browser = await BrowserAsync(me);
        Assert.Equal((await browser.GetAsync("/settings/nothing")).Text, (await browser.GetAsync(Page)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(Page + "/change", ("id", $"{id}"), ("act", "close"))).Status);
        var stranger = new Browser(journal.Http);
        Assert.Equal((await stranger.GetAsync("/settings/nothing")).Status, (await stranger.GetAsync(Page)).Status);
        Assert.Equal((await stranger.PostAsync("/settings/nothing")).Status, (await stranger.PostAsync(Page + "/change", ("id", $"{id}"), ("act", "close"))).Status);
    }

    [Fact]
    public async Task The_mark_holds_no_longer_than_it_is_there_and_nobody_takes_their_own()
    {
        var (admin, second) = (await AdministratorAsync(), await journal.NewPersonAsync());
        (await admin.PatchAsync($"admin/people/{admin.Person.Id}", """{"administrator":false}""")).IsRefused(409, "admin.self");
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PatchAsync($"admin/people/{second.Person.Id}", """{"administrator":true}""")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await second.PatchAsync($"admin/people/{admin.Person.Id}", """{"administrator":false}""")).Status);
        (await admin.GetAsync("admin/people")).IsRefused(404, "route.unknown");
        (await admin.PatchAsync($"admin/people/{second.Person.Id}", """{"administrator":false}""")).IsRefused(404, "route.unknown");
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("admin/people")).Status);
    }

    [Fact]
    public async Task Of_two_who_take_each_others_mark_one_is_left()
    {
        for (var i = 0; i < 5; i++)
        {
            var (one, two) = (await AdministratorAsync(), await AdministratorAsync());
            await Task.WhenAll(one.PatchAsync($"admin/people/{two.Person.Id}", """{"administrator":false}"""), two.PatchAsync($"admin/people/{one.Person.Id}", """{"administrator":false}"""));
            var people = await journal.Get<PeopleRegistry>().ListAsync(CancellationToken.None);
            Assert.Single(people, person => person.IsAdministrator && (person.Id == one.Person.Id || person.Id == two.Person.Id));
        }
    }

    [Fact]
    public async Task Whose_journal_is_closed_is_let_in_by_nothing_until_it_is_opened()
    {
        var (admin, other) = (await AdministratorAsync(), await journal.NewPersonAsync());
        var browser = await BrowserAsync(other);
        var link = await CodeAsync(other);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PatchAsync($"admin/people/{other.Person.Id}", """{"closed":true}""")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/settings")).Status);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await browser.PostAsync("/sign-in", ("code", link))).Status);
        var refused = await new Browser(journal.Http).PostAsync("/sign-in", ("code", await CodeAsync(other)));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This journal is closed", refused.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.PatchAsync($"admin/people/{other.Person.Id}", """{"closed":false}""")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await BrowserAsync(other)).GetAsync("/settings")).Status);
        Assert.Equal(["AccessEnded", "PersonClosed", "PersonReopened"], (await ActsAsync(other)).Where(act => act.Act >= AuditAct.AdministratorMade).Select(act => act.Act.ToString()).Order());
        Assert.Equal(3, (await ActsAsync(admin)).Count(act => act.Act >= AuditAct.PersonInvited && act.About == other.Person.Handle));
    }

    [Fact]
    public async Task Ending_what_lets_somebody_in_ends_all_of_it_and_nobody_elses()
    {
        var (admin, other, third) = (await AdministratorAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var (browser, link) = (await BrowserAsync(other), await CodeAsync(other));
        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, $"admin/people/{other.Person.Id}/access", null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/settings")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/sign-in", ("code", link))).Status);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await BrowserAsync(other)).GetAsync("/settings")).Status);
        (await admin.SendAsync(HttpMethod.Delete, $"admin/people/{admin.Person.Id}/access", null)).IsRefused(409, "admin.self");
        (await admin.SendAsync(HttpMethod.Delete, $"admin/people/{Guid.NewGuid()}/access", null)).IsRefused(404, "person.unknown");
    }

    [Fact]
    public async Task An_erasure_that_an_administrator_begins_waits_and_can_be_taken_back()
    {
        var (admin, other) = (await AdministratorAsync(), await journal.NewPersonAsync());
        (await admin.PostAsync($"admin/people/{other.Person.Id}/erasure", """{"handle":"not theirs"}""")).IsRefused(422, "handle.differs");
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync($"admin/people/{other.Person.Id}/erasure", $$"""{"handle":"{{other.Person.Handle}}"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("me")).Status);
        Assert.Contains((await admin.GetAsync("admin/people")).Json.GetProperty("people").EnumerateArray(), person => person.GetProperty("id").GetGuid() == other.Person.Id && person.GetProperty("erased").GetString() is not null);
        Assert.Equal(HttpStatusCode.NoContent, (await other.SendAsync(HttpMethod.Delete, "me/erasure", null)).Status);
        Assert.Contains(await ActsAsync(admin), act => act.Act == AuditAct.ErasureAskedOfOther && act.About == other.Person.Handle);
        Assert.Contains(await ActsAsync(other), act => act.Act == AuditAct.ErasureAsked);
    }

    [Fact]
    public async Task The_page_invites_closes_and_opens()
    {
        var (admin, other) = (await AdministratorAsync(), await journal.NewPersonAsync());
        var browser = await BrowserAsync(admin);
        Assert.Contains("/invitation#", (await browser.PostAsync(Page + "/invite")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Page + "/change", ("id", $"{other.Person.Id}"), ("act", "close"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("me")).Status);
        Assert.Contains("closed</h2>", (await browser.GetAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Page + "/change", ("id", $"{other.Person.Id}"), ("act", "reopen"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync(Page + "/change", ("id", $"{admin.Person.Id}"), ("act", "unmark"))).Status);
        Assert.Contains("was closed by an administrator", (await (await BrowserAsync(other)).GetAsync("/settings/audit")).Text, StringComparison.Ordinal);
    }

    private async Task<JournalClient> AdministratorAsync()
    {
        var admin = await journal.NewPersonAsync();
        Assert.Null(await journal.Get<Administration>().MarkAsync(admin.Person.Id, mark: true, null, AuditSource.Terminal, CancellationToken.None));
        return admin;
    }

    private async Task<Browser> BrowserAsync(JournalClient me)
    {
        var browser = new Browser(journal.Http);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/sign-in", ("code", await CodeAsync(me)))).Status);
        return browser;
    }

    private async Task<string> CodeAsync(JournalClient me) =>
        (await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None)).Fragment[1..];

    private Task<IReadOnlyList<AuditLine>> ActsAsync(JournalClient me) => journal.Get<AuditTrail>().ListAsync(me.Person.Id, null, 100, CancellationToken.None);
}
