using System.Net;
using Journal.Web.Access;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Access;

public sealed class SigningInABrowser(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private static readonly (string, string) Own = ("Sec-Fetch-Site", "same-origin");

    [Fact]
    public async Task Exchanges_the_link_for_a_cookie_of_this_host_alone()
    {
        var me = await journal.NewPersonAsync();
        var (browser, code) = await LinkAsync(me);
        var signedIn = await SignInAsync(browser, code);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (signedIn.Status, signedIn.Headers["Location"]));
        var cookie = signedIn.Headers["Set-Cookie"];
        Assert.StartsWith("__Host-journal=journal_session_", cookie, StringComparison.Ordinal);
        Assert.All(["path=/", "secure", "httponly", "samesite=strict", "expires="], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);

        var made = await browser.PostAsync("aims", """{"title":"t"}""", Cookie(signedIn), Own);
        Assert.Equal("web", made.Succeeds().GetProperty("events")[0].GetProperty("source").GetString());
        Assert.Equal(me.Person.Id, (await browser.GetAsync("me", Cookie(signedIn))).Json.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Works_once_however_many_try()
    {
        var (browser, code) = await LinkAsync(await journal.NewPersonAsync());
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignInAsync(browser, code)));
        Assert.Single(tries, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.All(tries.Where(answer => answer.Status != HttpStatusCode.SeeOther), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
    }

    [Fact]
    public async Task Is_not_done_by_looking_at_the_link()
    {
        var me = await journal.NewPersonAsync();
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None);
        Assert.Equal("/sign-in", link.PathAndQuery);
        var browser = me.With(null);
        for (var i = 0; i < 3; i++)
        {
            var page = await browser.GetAsync(link.PathAndQuery);
            Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.MediaType));
            Assert.Equal(("no-referrer", "no-store"), (page.Headers["Referrer-Policy"], page.Headers["Cache-Control"]));
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(browser, link.Fragment[1..])).Status);
    }

    [Fact]
    public async Task From_another_site_is_refused_and_leaves_the_code_good()
    {
        var (browser, code) = await LinkAsync(await journal.NewPersonAsync());
        (await SignInAsync(browser, code, ("Sec-Fetch-Site", "cross-site"))).IsRefused(403, "origin.foreign");
        (await SignInAsync(browser, code, ("Origin", "https://evil.example"))).IsRefused(403, "origin.foreign");
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(browser, code)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("journal_link_zz")]
    [InlineData("journal_link_000000000000000000000000000000000000000000000000ffffffff")]
    public async Task With_a_code_that_is_none_is_refused(string code)
    {
        var browser = (await journal.NewPersonAsync()).With(null);
        var answer = await SignInAsync(browser, code);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.DoesNotContain("Set-Cookie", answer.Headers.Keys);
    }

    [Fact]
    public async Task A_code_is_no_token_and_a_session_is_none_either()
    {
        var me = await journal.NewPersonAsync();
        var (browser, code) = await LinkAsync(me);
        (await me.With(code).GetAsync("me")).IsRefused(401, "token.invalid");
        var cookie = Cookie(await SignInAsync(browser, code)).Value;
        (await me.With(cookie.Split('=')[1]).GetAsync("me")).IsRefused(401, "token.invalid");
        (await browser.GetAsync("me", ("Cookie", $"__Host-journal={me.Token}"))).IsRefused(401, "token.missing");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_once()
    {
        var (browser, code) = await LinkAsync(await journal.NewPersonAsync());
        var cookie = Cookie(await SignInAsync(browser, code));
        var signedOut = await browser.PostAsync("/sign-out", null, cookie, Own);
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (signedOut.Status, signedOut.Headers["Location"]));
        Assert.Contains("expires=Thu, 01 Jan 1970", signedOut.Headers["Set-Cookie"], StringComparison.Ordinal);
        (await browser.GetAsync("me", cookie)).IsRefused(401, "token.missing");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("X-Nothing", "said")]
    public async Task A_change_by_cookie_from_elsewhere_is_refused(string header, string value)
    {
        var me = await journal.NewPersonAsync();
        var (browser, code) = await LinkAsync(me);
        var cookie = Cookie(await SignInAsync(browser, code));
        (await browser.PostAsync("aims", """{"title":"t"}""", cookie, (header, value))).IsRefused(403, "origin.foreign");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    private async Task<(JournalClient Browser, string Code)> LinkAsync(JournalClient me)
    {
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None);
        return (me.With(null), link.Fragment[1..]);
    }

    private static async Task<Answer> SignInAsync(JournalClient browser, string code, params (string, string)[] headers)
    {
        using var form = new FormUrlEncodedContent([new("code", code)]);
        return await browser.SendContentAsync(HttpMethod.Post, "/sign-in", form, headers.Length == 0 ? [Own] : headers);
    }

    private static (string Name, string Value) Cookie(Answer answer) => ("Cookie", answer.Headers["Set-Cookie"].Split(';')[0]);
}
