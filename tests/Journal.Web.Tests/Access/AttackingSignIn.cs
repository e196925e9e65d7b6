using System.Net;
using System.Text.Json;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Tests.Http;
using Marten;

namespace Journal.Web.Tests.Access;

/// <summary>What somebody would try who wants in, or wants more than they may.</summary>
/// <remarks>
/// Others of the kind stand where the situation is: guessing at a password, recovery codes and invitations that many use at once, a session left open, the code of somebody else as proof and
/// passkeys that are none in <see cref="ShowingWhoOneIs"/>; and in <see cref="SigningInWithAProvider"/> a callback that is replayed, with stolen cookies too, the code of one browser in another (login CSRF),
/// linking from another site, tokens forged in issuer, audience, nonce, time, key and subject, an answer in the name of another provider (mix-up), an address of e-mail taken over, step-up
/// by somebody else's identity, by an old sign-in and by one that asked nothing, ways on that lead elsewhere, and markup in what a provider says.
/// </remarks>
public sealed class AttackingSignIn(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task A_session_that_was_copied_ends_when_the_person_signs_out_everywhere()
    {
        var me = await journal.NewPersonAsync();
        var (browser, second) = (await BrowserAsync(me), await BrowserAsync(me));
        var thief = browser.Stolen();
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/settings")).Status);
        await second.PostAsync("/sign-out/everywhere");
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/settings")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/v1/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task A_session_that_somebody_planted_does_not_become_the_persons()
    {
        var (attacker, me) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var planted = await BrowserAsync(attacker);
        var victim = planted.Stolen();
        await victim.PostAsync("/sign-in", ("code", await CodeAsync(me)));
        Assert.NotEqual(planted["__Host-journal"], victim["__Host-journal"]);
        Assert.Equal(attacker.Person.Id, (await planted.GetAsync("/api/v1/me")).Json.GetProperty("id").GetGuid());
        Assert.Equal(me.Person.Id, (await victim.GetAsync("/api/v1/me")).Json.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_token_that_a_stolen_token_issued_ends_with_it()
    {
        var me = await journal.NewPersonAsync();
        var stolen = me.With(await journal.IssueAsync(me.Person, Scope.Manage));
        var child = (await stolen.PostAsync("tokens", """{"label":"thief","scope":"manage"}""")).Succeeds();
        var grandchild = (await me.With(child.GetProperty("token").GetString()!).PostAsync("tokens", """{"label":"thief","scope":"read"}""")).Succeeds();
        var thief = me.With(grandchild.GetProperty("token").GetString()!);
        (await thief.GetAsync("me")).Succeeds();
        var listed = (await me.GetAsync("tokens")).Succeeds().GetProperty("tokens").EnumerateArray().ToList();
        var id = child.GetProperty("details").GetProperty("id").GetGuid();
        var parent = listed[listed.FindIndex(one => one.GetProperty("id").GetGuid() == id) - 1].GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await me.SendAsync(HttpMethod.Delete, $"tokens/{parent}", null)).Status);
        (await stolen.GetAsync("me")).IsRefused(401, "token.invalid");
        (await thief.GetAsync("me")).IsRefused(401, "token.invalid");
        (await me.GetAsync("me")).Succeeds();
        Assert.All((await me.GetAsync("tokens")).Succeeds().GetProperty("tokens").EnumerateArray().Where(one => one.GetProperty("label").GetString() == "thief"), one => Assert.NotEqual(JsonValueKind.Null, one.GetProperty("revoked").ValueKind));
    }

    [Fact]
    public async Task A_wait_hears_nothing_more_once_its_token_is_revoked()
    {
        var me = await journal.NewPersonAsync();
        var thief = me.With(await journal.IssueAsync(me.Person, Scope.Read));
        var waiting = thief.GetAsync("history/changes?wait=25");
        (await thief.GetAsync("me")).Succeeds();
        var id = (await me.GetAsync("tokens")).Succeeds().GetProperty("tokens").EnumerateArray().Last().GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await me.SendAsync(HttpMethod.Delete, $"tokens/{id}", null)).Status);
        await me.NewAsync("entries", """{"text":"after the theft was seen"}""");
        var heard = await waiting;
        // On a machine with other work its time may have been over before the token was revoked.
        if (heard.Status == HttpStatusCode.OK)
            Assert.Equal(0, heard.Json.GetProperty("events").GetArrayLength());
        else
            heard.IsRefused(401, "token.invalid");
    }

    [Fact]
    public async Task Showing_in_one_browser_who_one_is_shows_nothing_in_another()
    {
        var me = await journal.NewPersonAsync();
        var (mine, other) = (await BrowserAsync(me), await BrowserAsync(me));
        await AgeAsync(me);
        Assert.Equal(HttpStatusCode.SeeOther, (await mine.PostAsync("/prove", ("code", await CodeAsync(me)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await mine.PostAsync("/settings/recovery")).Status);
        Assert.StartsWith("/prove", (await other.PostAsync("/settings/recovery")).Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_cookie_beside_a_token_that_may_not_lends_it_nothing()
    {
        var me = await journal.NewPersonAsync();
        var browser = await BrowserAsync(me);
        var reader = me.With(await journal.IssueAsync(me.Person, Scope.Read));
        (await reader.PostAsync("tokens", """{"label":"t","scope":"manage"}""", ("Cookie", $"__Host-journal={browser["__Host-journal"]}"), ("Sec-Fetch-Site", "same-origin"))).IsRefused(403, "scope.manage");
    }

    [Fact]
    public async Task A_link_lets_one_of_many_in_who_have_it()
    {
        var me = await journal.NewPersonAsync();
        var code = await CodeAsync(me);
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Browser(journal.Http).PostAsync("/sign-in", ("code", code))));
        Assert.Single(tries, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Browser(journal.Http).PostAsync("/sign-in", ("code", code))).Status);
    }

    [Fact]
    public async Task A_link_that_is_only_looked_at_is_not_used_up()
    {
        var me = await journal.NewPersonAsync();
        var code = await CodeAsync(me);
        await new Browser(journal.Http).GetAsync("/sign-in?code=" + code, fromElsewhere: true);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(journal.Http).PostAsync("/sign-in", ("code", code))).Status);
    }

    [Fact]
    public async Task What_lets_in_in_one_way_lets_in_in_no_other()
    {
        var me = await journal.NewPersonAsync();
        var (link, session) = (await CodeAsync(me), (await BrowserAsync(me))["__Host-journal"]!);
        foreach (var text in new[] { link, session })
            Assert.Equal(HttpStatusCode.Unauthorized, (await me.With(text).GetAsync("me")).Status);
        foreach (var text in new[] { link, me.Token! })
            Assert.Equal(HttpStatusCode.Unauthorized, (await me.With(null).GetAsync("me", ("Cookie", $"__Host-journal={text}"))).Status);
        foreach (var text in new[] { session, me.Token! })
            Assert.Equal(HttpStatusCode.Unauthorized, (await new Browser(journal.Http).PostAsync("/sign-in", ("code", text))).Status);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/prove")]
    [InlineData("/invitation")]
    [InlineData("/sign-out/everywhere")]
    [InlineData("/settings/password")]
    public async Task Another_site_sends_no_form_here(string address)
    {
        var me = await journal.NewPersonAsync();
        var browser = await BrowserAsync(me);
        using var form = new FormUrlEncodedContent([new("code", await CodeAsync(me))]);
        (await me.With(null).SendContentAsync(HttpMethod.Post, address, form, ("Sec-Fetch-Site", "cross-site"), ("Cookie", $"__Host-journal={browser["__Host-journal"]}"))).IsRefused(403, "origin.foreign");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_on_leads_nowhere_else(string back)
    {
        var me = await journal.NewPersonAsync();
        var browser = new Browser(journal.Http);
        Assert.Equal("/", (await browser.PostAsync("/sign-in", ("code", await CodeAsync(me)), ("back", back))).Headers["Location"]);
        Assert.Equal("/", (await browser.PostAsync("/prove", ("code", await CodeAsync(me)), ("back", back))).Headers["Location"]);
        Assert.DoesNotContain("evil.example", (await browser.GetAsync("/prove?back=" + Uri.EscapeDataString(back))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_not_this_servers_gets_no_link_made()
    {
        var me = await journal.NewPersonAsync();
        foreach (var path in new[] { "/sign-in", "/sign-in/with", "/invitation", "/api/v1/me" })
            (await me.GetAsync(path, ("Host", "evil.example"))).IsRefused(421, "host.unknown");
        Assert.Equal(HttpStatusCode.OK, (await me.GetAsync("/sign-in", ("Host", "journal.example"), ("X-Forwarded-Host", "evil.example"))).Status);
        Assert.DoesNotContain("evil.example", (await me.GetAsync("/settings/channels", ("X-Forwarded-Host", "evil.example"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_challenge_for_a_passkey_is_answered_once_by_whom_it_was_for()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var (browser, theirs) = (await BrowserAsync(me), await BrowserAsync(other));
        var challenge = Guid.Parse(System.Text.Json.JsonDocument.Parse((await browser.PostAsync("/settings/passkeys/challenge")).Text).RootElement.GetProperty("challenge").GetString()!);
        var answer = $$$"""{"challenge":"{{{challenge}}}","label":"mine","response":{}}""";
        await AnswerAsync(theirs, "/settings/passkeys", answer);
        await AnswerAsync(theirs, "/sign-in/passkey", answer);
        Assert.False((await ChallengeAsync(challenge))!.Taken);
        await AnswerAsync(browser, "/settings/passkeys", answer);
        Assert.True((await ChallengeAsync(challenge))!.Taken);
        Assert.Empty(await journal.Get<Passkeys>().ListAsync(me.Person.Id, CancellationToken.None));

        async Task AnswerAsync(Browser who, string address, string json)
        {
            using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            var refused = await me.With(null).SendContentAsync(HttpMethod.Post, address, content, ("Sec-Fetch-Site", "same-origin"), ("Cookie", $"__Host-journal={who["__Host-journal"]}"));
            Assert.Equal("passkey.invalid", refused.Code);
        }
    }

    [Fact]
    public async Task A_session_ends_for_good_and_its_step_up_with_it()
    {
        var me = await journal.NewPersonAsync();
        var browser = await BrowserAsync(me);
        var copy = browser.Stolen();
        await browser.PostAsync("/sign-out");
        await SignInAsync(browser, me);
        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.GetAsync("/settings")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await copy.PostAsync("/settings/recovery")).Status);
        Assert.Equal(0, await journal.Get<RecoveryCodes>().LeftAsync(me.Person.Id, CancellationToken.None));
    }

    private async Task<PasskeyChallenge?> ChallengeAsync(Guid id)
    {
        await using var session = journal.Get<IDocumentStore>().QuerySession();
        return await session.LoadAsync<PasskeyChallenge>(id);
    }

    private async Task<Browser> BrowserAsync(JournalClient me)
    {
        var browser = new Browser(journal.Http);
        await SignInAsync(browser, me);
        return browser;
    }

    private async Task SignInAsync(Browser browser, JournalClient me) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/sign-in", ("code", await CodeAsync(me)))).Status);

    private async Task<string> CodeAsync(JournalClient me) =>
        (await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None)).Fragment[1..];

    private async Task AgeAsync(JournalClient me)
    {
        await using var session = journal.Get<IDocumentStore>().LightweightSession();
        foreach (var one in await session.Query<CredentialDocument>().Where(one => one.Person == me.Person.Id && one.Kind == CredentialKind.Session).ToListAsync())
            session.Store(one with { Created = one.Created.AddHours(-1) });
        await session.SaveChangesAsync();
    }
}
