using System.Net;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Erasing;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;
using Marten;

namespace Journal.Web.Tests.Access;

/// <summary>A journal whose operator named a provider.</summary>
public sealed class JournalWithAProvider : ServedJournal
{
    public JournalWithAProvider(TestPostgres postgres)
        : base(postgres) => Options = new() { OpenId = new(Provider.Address, Provider.ClientId, Provider.Secret) { Label = "Our house" } };

    public Provider Provider { get; } = new();
}

public sealed class SigningInWithAProvider(JournalWithAProvider journal, TestPostgres postgres) : IClassFixture<JournalWithAProvider>
{
    private const string Start = "/sign-in/with";
    private const string Link = "/settings/sign-in/with";
    private const string SessionCookie = "__Host-journal";

    private Provider Provider => journal.Provider;

    [Fact]
    public async Task Whoever_linked_an_identity_signs_in_with_it_and_is_sent_on()
    {
        var (me, _) = await LinkedAsync();
        var browser = new Browser(journal.Http);
        var back = await browser.GoAsync(Start + "?back=%2Ftimeline");
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Contains("Our house knows you", back.Text, StringComparison.Ordinal);
        Assert.Null(browser[SessionCookie]);
        var (asked, signedIn) = (Provider.Asked!, await browser.PostAsync(Start));
        Assert.Equal((HttpStatusCode.SeeOther, "/timeline"), (signedIn.Status, signedIn.Headers["Location"]));
        Assert.Equal(me.Person.Id, (await browser.GetAsync("/api/v1/me")).Json.GetProperty("id").GetGuid());
        Assert.Equal(("code", "openid", "S256"), (asked.ResponseType, asked.Scope, asked.CodeChallengeMethod));
        Assert.True(asked.State is { Length: > 20 } && asked.Nonce is { Length: > 20 });
        Assert.Equal([SessionCookie], browser.Cookies);
    }

    [Fact]
    public async Task Nobody_is_let_in_for_an_address_of_theirs()
    {
        // The provider gives everybody the same address of e-mail.
        await LinkedAsync();
        Known(Guid.NewGuid().ToString());
        var browser = new Browser(journal.Http);
        await browser.GoAsync(Start);
        var answer = await browser.PostAsync(Start);
        Assert.Contains("Nobody here signs in with the identity", answer.Text, StringComparison.Ordinal);
        Assert.Null(browser[SessionCookie]);
        var without = await browser.PostAsync(Start, ("handle", "somebody"), ("zone", "Etc/UTC"));
        Assert.Equal(HttpStatusCode.Unauthorized, without.Status);
        Assert.Contains("invitation.invalid", without.Text, StringComparison.Ordinal);
        Assert.Null(await journal.Get<PeopleRegistry>().FindAsync("somebody", CancellationToken.None));
    }

    [Fact]
    public async Task An_invitation_lets_an_unknown_identity_begin_once()
    {
        Known(Guid.NewGuid().ToString());
        var code = (await journal.Get<Invitations>().MakeAsync(journal.Address, CancellationToken.None)).Fragment[1..];
        var browser = new Browser(journal.Http);
        await browser.GoAsync(Start);
        var handle = $"joined-{Guid.NewGuid():N}"[..20];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(Start, ("code", code), ("handle", "No Handle"), ("zone", "Etc/UTC"))).Status);
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => browser.Stolen().PostAsync(Start, ("code", code), ("handle", $"{handle}-{i}"), ("zone", "Etc/UTC"))));
        Assert.Single(tries, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.Single((await journal.Get<PeopleRegistry>().ListAsync(CancellationToken.None)), person => person.Handle.StartsWith(handle, StringComparison.Ordinal));

        var again = new Browser(journal.Http);
        await again.GoAsync(Start);
        Assert.Equal(HttpStatusCode.SeeOther, (await again.PostAsync(Start)).Status);
        Assert.StartsWith(handle, (await again.GetAsync("/api/v1/me")).Json.GetProperty("handle").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_may_let_whoever_is_known_begin()
    {
        await using var open = new ServedJournal(postgres) { Options = new() { OpenId = new(Provider.Address, Provider.ClientId, Provider.Secret) { TakesNewPeople = true } } };
        await open.InitializeAsync();
        Known(Guid.NewGuid().ToString());
        var browser = new Browser(open.Http);
        await browser.GoAsync(Start);
        Assert.DoesNotContain("invitation", (await browser.PostAsync(Start)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Start, ("handle", "newcomer"), ("zone", "Asia/Tokyo"))).Status);
        Assert.Equal("newcomer", (await browser.GetAsync("/api/v1/me")).Json.GetProperty("handle").GetString());
    }

    [Fact]
    public async Task A_journal_without_a_provider_knows_nothing_of_it()
    {
        await using var without = new ServedJournal(postgres);
        await without.InitializeAsync();
        var browser = new Browser(without.Http);
        foreach (var address in new[] { Start, Link, "/sign-in/with/back?code=a&state=b" })
            Assert.Equal((await browser.GetAsync("/nothing/at/all")).Status, (await browser.GetAsync(address)).Status);
        Assert.DoesNotContain(Start, (await browser.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_again_who_one_is_takes_a_provider_that_asked_again()
    {
        var (me, browser) = await LinkedAsync();
        await AgeAsync(me);
        Assert.StartsWith("/prove", (await browser.PostAsync("/settings/recovery")).Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("Show it with Our house", (await browser.GetAsync("/prove")).Text, StringComparison.Ordinal);

        foreach (var stale in new DateTimeOffset?[] { null, TimeProvider.System.GetUtcNow().AddMinutes(-30) })
        {
            Provider.Shown = stale;
            await browser.GoAsync(Start + "?back=%2Fsettings");
            Assert.Equal(("login", 0L), (Provider.Asked!.Prompt, Provider.Asked.MaxAge));
            var refused = await browser.PostAsync(Start);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
            Assert.Contains("identity.stale", refused.Text, StringComparison.Ordinal);
            Assert.StartsWith("/prove", (await browser.PostAsync("/settings/recovery")).Headers["Location"], StringComparison.Ordinal);
        }

        Provider.Shown = TimeProvider.System.GetUtcNow();
        await browser.GoAsync(Start + "?back=%2Fsettings");
        Assert.Equal("/settings", (await browser.PostAsync(Start)).Headers["Location"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/settings/recovery")).Status);
    }

    [Fact]
    public async Task Somebody_elses_identity_shows_nothing()
    {
        var (me, browser) = await LinkedAsync();
        var mine = Provider.Subject;
        await LinkedAsync();
        Assert.NotEqual(mine, Provider.Subject);
        await AgeAsync(me);
        await browser.GoAsync(Start);
        var refused = await browser.PostAsync(Start);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Contains("identity.other", refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("/prove", (await browser.PostAsync("/settings/recovery")).Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_where_the_provider_asked_nothing_is_not_to_have_shown_who_one_is()
    {
        await LinkedAsync();
        Provider.Shown = TimeProvider.System.GetUtcNow().AddHours(-3);
        var browser = new Browser(journal.Http);
        await browser.GoAsync(Start);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Start)).Status);
        Assert.StartsWith("/prove", (await browser.PostAsync("/settings/recovery")).Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linking_takes_a_fresh_session_a_click_and_the_session_that_left()
    {
        var (me, browser) = await SignedInAsync();
        Known(Guid.NewGuid().ToString());
        // A link on another page brings no strict cookie.
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync(Link, fromElsewhere: true)).Status);
        var page = await browser.GoAsync(Link);
        Assert.Contains("Sign in with Our house from now on?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-go", page.Text, StringComparison.Ordinal);
        Assert.Empty(await IdentitiesAsync(me));
        await browser.PostAsync("/sign-out");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync(Start)).Status);
        Assert.Empty(await IdentitiesAsync(me));

        await SignInAsync(browser, me);
        await AgeAsync(me);
        Assert.StartsWith("/prove", (await browser.GetAsync(Link)).Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_signs_in_one_person_and_no_second()
    {
        var (me, _) = await LinkedAsync();
        var (other, browser) = await SignedInAsync();
        await browser.GoAsync(Link);
        var refused = await browser.PostAsync(Start);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("identity.taken", refused.Text, StringComparison.Ordinal);
        Assert.Single(await IdentitiesAsync(me));
        Assert.Empty(await IdentitiesAsync(other));
    }

    [Fact]
    public async Task The_last_way_in_is_not_unlinked_and_another_is()
    {
        var (me, browser) = await LinkedAsync();
        var id = (await IdentitiesAsync(me)).Single().Id;
        var (other, theirs) = await SignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.PostAsync("/settings/identities/remove", ("id", id))).Status);
        var refused = await browser.PostAsync("/settings/identities/remove", ("id", id));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("your only way in", refused.Text, StringComparison.Ordinal);
        await browser.PostAsync("/settings/recovery");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/settings/identities/remove", ("id", id))).Status);
        var stranger = new Browser(journal.Http);
        await stranger.GoAsync(Start);
        Assert.Contains("Nobody here", (await stranger.PostAsync(Start)).Text, StringComparison.Ordinal);
        Assert.Equal(["IdentityLinked", "IdentityUnlinked"], (await journal.Get<AuditTrail>().ListAsync(me.Person.Id, null, 100, CancellationToken.None)).Select(line => line.Act.ToString()).Where(act => act.StartsWith("Identity", StringComparison.Ordinal)).Order());
        Assert.Empty(await IdentitiesAsync(other));
    }

    [Fact]
    public async Task Erasing_a_person_frees_their_identity()
    {
        var (me, _) = await LinkedAsync();
        var erasures = journal.Get<Erasures>();
        await erasures.AskAsync(me.Person, me.Person.Handle, true, AuditSource.Terminal, CancellationToken.None);
        await journal.Get<PersonEraser>().GoOnAsync((await erasures.FindAsync(me.Person.Id, CancellationToken.None))!, CancellationToken.None);
        Assert.Empty(await IdentitiesAsync(me));
        var browser = new Browser(journal.Http);
        await browser.GoAsync(Start);
        Assert.Contains("Nobody here", (await browser.PostAsync(Start)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_twice_is_heard_once()
    {
        await LinkedAsync();
        var browser = new Browser(journal.Http);
        var back = await browser.BackAsync(Start);
        var thief = browser.Stolen();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(back, fromElsewhere: true)).Status);
        // With the cookies and the code, which the provider takes once only.
        await IsRefusedAsync(thief, back, "identity.answer");
        await IsRefusedAsync(browser, back, "identity.answer");
        var copies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Stolen().PostAsync(Start)));
        Assert.Single(copies, answer => answer.Status == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_code_of_one_browser_is_no_good_in_another()
    {
        await LinkedAsync();
        var attacker = new Browser(journal.Http);
        var back = await attacker.BackAsync(Start);
        var victim = new Browser(journal.Http);
        await IsRefusedAsync(victim, back, "identity.answer");
        // Also one that is itself on its way.
        await victim.BackAsync(Start);
        await IsRefusedAsync(victim, back, "identity.answer");
        Assert.Null(victim[SessionCookie]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await victim.PostAsync(Start)).Status);
    }

    [Theory]
    [InlineData("?code=abc")]
    [InlineData("?code=abc&state=rubbish")]
    [InlineData("?state=&code=")]
    [InlineData("")]
    [InlineData("?error=server_error&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E&state=x")]
    public async Task What_no_provider_answers_is_refused_in_words(string query)
    {
        var answer = await new Browser(journal.Http).GetAsync("/sign-in/with/back" + query, fromElsewhere: true);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("identity.answer", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_at_the_provider_is_told_so()
    {
        await LinkedAsync();
        Provider.Declines = true;
        var browser = new Browser(journal.Http);
        await IsRefusedAsync(browser, await browser.BackAsync(Start), "identity.declined");
    }

    [Theory]
    [InlineData("iss", "https://evil.example/")]
    [InlineData("aud", "another client")]
    [InlineData("nonce", "of another time")]
    [InlineData("exp", "1")]
    [InlineData("key", "another")]
    [InlineData("sub", "")]
    public async Task A_token_that_is_not_for_this_browser_now_lets_nobody_in(string claim, string value)
    {
        await LinkedAsync();
        Provider.Forge = claims => claims[claim] = claim == "exp" ? TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeSeconds() : value;
        var browser = new Browser(journal.Http);
        await IsRefusedAsync(browser, await browser.BackAsync(Start), "identity.answer");
        Provider.Forge = _ => { };
        await browser.GoAsync(Start);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Start)).Status);
    }

    [Fact]
    public async Task An_answer_in_the_name_of_another_provider_is_refused()
    {
        await LinkedAsync();
        var browser = new Browser(journal.Http);
        var back = await browser.BackAsync(Start);
        Assert.Contains("&iss=", back, StringComparison.Ordinal);
        await IsRefusedAsync(browser, string.Join('&', back.Split('&').Where(part => !part.StartsWith("iss=", StringComparison.Ordinal))) + "&iss=https%3A%2F%2Fevil.example%2F", "identity.answer");
    }

    [Theory]
    [InlineData(503, "", "identity.provider")]
    [InlineData(200, "<html>rubbish", "identity.provider")]
    [InlineData(400, """{"error":"invalid_grant"}""", "identity.answer")]
    [InlineData(200, """{"id_token":"not.a.token","access_token":"a","token_type":"Bearer"}""", "identity.provider")]
    public async Task A_provider_that_fails_on_the_way_back_breaks_nothing_else(int status, string body, string code)
    {
        var (me, signedIn) = await LinkedAsync();
        (Provider.Answer, Provider.OnlyTokens) = ((status, body), true);
        var browser = new Browser(journal.Http);
        var answer = await browser.GetAsync(await browser.BackAsync(Start), fromElsewhere: true);
        Assert.True((int)answer.Status is 401 or 502, answer.Status.ToString());
        Assert.True(answer.Text.Contains(code, StringComparison.Ordinal), $"{answer.Text}, not {code}");
        Assert.Equal(HttpStatusCode.OK, (await signedIn.GetAsync("/settings")).Status);
        await SignInAsync(browser, me);
        Assert.NotNull(browser[SessionCookie]);
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "<html>rubbish")]
    [InlineData(200, "{}")]
    public async Task A_provider_that_was_never_there_is_told_in_words_and_can_come_up(int status, string body)
    {
        Known(Guid.NewGuid().ToString());
        Provider.Answer = (status, body);
        await using var early = new ServedJournal(postgres) { Options = journal.Options };
        await early.InitializeAsync();
        var browser = new Browser(early.Http);
        var answer = await browser.GetAsync(Start);
        Assert.Equal(HttpStatusCode.BadGateway, answer.Status);
        Assert.Contains("identity.provider", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_on_leads_nowhere_else(string back)
    {
        await LinkedAsync();
        var browser = new Browser(journal.Http);
        await browser.GoAsync($"{Start}?back={Uri.EscapeDataString(back)}");
        Assert.Equal("/", (await browser.PostAsync(Start)).Headers["Location"]);
    }

    [Fact]
    public async Task Nothing_secret_is_logged()
    {
        await LinkedAsync();
        var browser = new Browser(journal.Http);
        var back = await browser.BackAsync(Start);
        await browser.GetAsync(back, fromElsewhere: true);
        var cookie = browser["__Host-journal-identity"]!;
        await browser.PostAsync(Start);
        var log = string.Join("\n", journal.Log.Lines);
        foreach (var secret in new[] { Provider.Secret, Provider.Subject, cookie, browser[SessionCookie]! })
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    private static async Task IsRefusedAsync(Browser browser, string back, string code)
    {
        var answer = await browser.GetAsync(back, fromElsewhere: true);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.True(answer.Text.Contains(code, StringComparison.Ordinal), $"{answer.Text}, not {code}");
    }

    private async Task<(JournalClient Me, Browser Browser)> LinkedAsync()
    {
        var (me, browser) = await SignedInAsync();
        Known(Guid.NewGuid().ToString());
        await browser.GoAsync(Link);
        var linked = await browser.PostAsync(Start);
        Assert.True(linked.Status == HttpStatusCode.SeeOther, linked.Text);
        Assert.Equal("/settings/sign-in", linked.Headers["Location"]);
        Assert.Single(await IdentitiesAsync(me));
        return (me, browser);
    }

    private void Known(string subject)
    {
        Provider.Behave();
        Provider.Subject = subject;
    }

    private async Task<(JournalClient Me, Browser Browser)> SignedInAsync()
    {
        var (me, browser) = (await journal.NewPersonAsync(), new Browser(journal.Http));
        await SignInAsync(browser, me);
        return (me, browser);
    }

    private async Task SignInAsync(Browser browser, JournalClient me) =>
        await browser.PostAsync("/sign-in", ("code", (await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None)).Fragment[1..]));

    private Task<IReadOnlyList<LinkedIdentity>> IdentitiesAsync(JournalClient me) => journal.Get<Identities>().ListAsync(me.Person.Id, CancellationToken.None);

    private async Task AgeAsync(JournalClient me)
    {
        await using var session = journal.Get<IDocumentStore>().LightweightSession();
        foreach (var one in await session.Query<CredentialDocument>().Where(one => one.Person == me.Person.Id && one.Kind == CredentialKind.Session).ToListAsync())
            session.Store(one with { Created = one.Created.AddHours(-1), Proved = null });
        await session.SaveChangesAsync();
    }
}
