using System.Net;
using System.Text.RegularExpressions;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Tests.Http;
using Marten;

namespace Journal.Web.Tests.Access;

public sealed partial class ShowingWhoOneIs(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Password = "a long walk at six";
    private static readonly (string, string) Own = ("Sec-Fetch-Site", "same-origin");

    [Fact]
    public async Task A_password_signs_in_whoever_knows_it_with_the_handle()
    {
        var (me, cookie) = await SignedInAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, "/settings/password", [cookie], ("password", Password), ("again", Password))).Status);
        var signedIn = await SendAsync(me, "/sign-in", [], ("handle", me.Person.Handle.ToUpperInvariant()), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.Status);
        Assert.Equal(me.Person.Id, (await me.With(null).GetAsync("me", Cookie(signedIn))).Json.GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(me, "/sign-in", [], ("handle", me.Person.Handle), ("password", Password + "!"))).Status);

        await SendAsync(me, "/settings/password/remove", [cookie]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(me, "/sign-in", [], ("handle", me.Person.Handle), ("password", Password))).Status);
        Assert.Equal(["PasswordRefused", "PasswordRemoved", "PasswordSet"], (await ActsAsync(me)).Where(act => act.StartsWith("Password", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("short", "short", "fewer than 12")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "guessed first")]
    [InlineData("one long password", "another password", "not the same")]
    public async Task A_password_that_would_be_guessed_is_refused_and_not_shown_again(string password, string again, string why)
    {
        var (me, cookie) = await SignedInAsync();
        var refused = await SendAsync(me, "/settings/password", [cookie], ("password", password), ("again", again));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{password}\"", refused.Text, StringComparison.Ordinal);
        Assert.Null(await journal.Get<Passwords>().SinceAsync(me.Person.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Who_guesses_is_told_to_wait_and_the_person_is_let_in_another_way()
    {
        var (me, cookie) = await SignedInAsync();
        await SendAsync(me, "/settings/password", [cookie], ("password", Password), ("again", Password));
        var tries = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
            tries.Add((await SendAsync(me, "/sign-in", [], ("handle", me.Person.Handle), ("password", $"wrong wrong wrong {i}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, tries[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, tries[^1]);
        // The right one is not heard either, or guessing would go on behind it.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(me, "/sign-in", [], ("handle", me.Person.Handle), ("password", Password))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, "/sign-in", [], ("code", await CodeAsync(me)))).Status);
        var (other, _) = await SignedInAsync();
        Assert.NotEqual(me.Person.Id, other.Person.Id);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_ones_end_the_old()
    {
        var (me, cookie) = await SignedInAsync();
        var old = Codes((await SendAsync(me, "/settings/recovery", [cookie])).Text);
        var codes = Codes((await SendAsync(me, "/settings/recovery", [cookie])).Text);
        Assert.Equal((10, 10), (old.Distinct().Count(), codes.Distinct().Count()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(me, "/sign-in", [], ("code", old[0]))).Status);
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(me, "/sign-in", [], ("code", codes[0]))));
        Assert.Single(tries, answer => answer.Status == HttpStatusCode.SeeOther);
        // As somebody types it from paper.
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, "/sign-in", [], ("code", codes[1].ToUpperInvariant().Replace('-', ' ')))).Status);
        Assert.Equal(8, await journal.Get<RecoveryCodes>().LeftAsync(me.Person.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData("/settings/password")]
    [InlineData("/settings/recovery")]
    [InlineData("/settings/tokens")]
    [InlineData("/settings/erase/ask")]
    public async Task A_browser_that_was_left_open_has_to_show_it_again(string address)
    {
        var (me, cookie) = await SignedInAsync();
        await AgeAsync(me);
        var asked = await SendAsync(me, address, [cookie], ("password", Password), ("again", Password), ("label", "mine"));
        Assert.Equal(HttpStatusCode.SeeOther, asked.Status);
        Assert.StartsWith("/prove?back=", asked.Headers["Location"], StringComparison.Ordinal);
        Assert.Null(await journal.Get<Passwords>().SinceAsync(me.Person.Id, CancellationToken.None));

        var stranger = await journal.NewPersonAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(me, "/prove", [cookie], ("code", await CodeAsync(stranger)))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, address, [cookie], ("label", "mine"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, "/prove", [cookie], ("code", await CodeAsync(me)), ("back", "/settings"))).Status);
        Assert.DoesNotContain("/prove", (await SendAsync(me, address, [cookie], ("password", Password), ("again", Password), ("label", "mine"))).Headers.GetValueOrDefault("Location") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_browser_issues_no_token_by_the_api_either()
    {
        var (me, cookie) = await SignedInAsync();
        await AgeAsync(me);
        (await me.With(null).PostAsync("tokens", """{"label":"t"}""", cookie, Own)).IsRefused(403, "step-up.required");
        await SendAsync(me, "/prove", [cookie], ("code", await CodeAsync(me)));
        Assert.Equal(HttpStatusCode.Created, (await me.With(null).PostAsync("tokens", """{"label":"t"}""", cookie, Own)).Status);
    }

    [Fact]
    public async Task An_invitation_lets_one_person_begin()
    {
        var link = await journal.Get<Invitations>().MakeAsync(journal.Address, CancellationToken.None);
        var taken = await journal.NewPersonAsync();
        var code = link.Fragment[1..];
        var refused = await SendAsync(taken, "/invitation", [], ("code", code), ("handle", taken.Person.Handle), ("zone", "Asia/Tokyo"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(taken, "/invitation", [], ("code", code), ("handle", "New One"), ("zone", "Asia/Tokyo"))).Status);

        var handle = $"invited-{Guid.NewGuid():N}"[..30];
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SendAsync(taken, "/invitation", [], ("code", code), ("handle", $"{handle}-{i}"), ("zone", "Asia/Tokyo"))));
        var begun = Assert.Single(tries, answer => answer.Status == HttpStatusCode.SeeOther);
        var me = await taken.With(null).GetAsync("me", Cookie(begun));
        Assert.Equal("Asia/Tokyo", me.Json.GetProperty("zone").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(taken, "/invitation", [], ("code", code), ("handle", handle), ("zone", "Asia/Tokyo"))).Status);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"challenge":"00000000-0000-0000-0000-000000000001","response":{}}""")]
    [InlineData("""{"challenge":"CHALLENGE","response":{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{},"clientExtensionResults":{}}}""")]
    [InlineData("""{"challenge":"CHALLENGE","response":{"id":1,"rawId":[],"type":"x"}}""")]
    [InlineData("""{"challenge":"CHALLENGE","response":null}""")]
    public async Task A_passkey_that_is_none_is_refused(string body)
    {
        var browser = (await journal.NewPersonAsync()).With(null);
        var challenge = (await browser.PostAsync("/sign-in/passkey/challenge", "{}", Own)).Json.GetProperty("challenge").GetGuid();
        var answer = await browser.PostAsync("/sign-in/passkey", body.Replace("CHALLENGE", challenge.ToString("D"), StringComparison.Ordinal), Own);
        answer.IsRefused(401, "passkey.invalid");
        Assert.DoesNotContain("Set-Cookie", answer.Headers.Keys);
    }

    private async Task<(JournalClient Me, (string, string) Cookie)> SignedInAsync()
    {
        var me = await journal.NewPersonAsync();
        return (me, Cookie(await SendAsync(me, "/sign-in", [], ("code", await CodeAsync(me)))));
    }

    private async Task<string> CodeAsync(JournalClient me) =>
        (await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None)).Fragment[1..];

    private async Task<IEnumerable<string>> ActsAsync(JournalClient me) => (await journal.Get<AuditTrail>().ListAsync(me.Person.Id, null, 100, CancellationToken.None)).Select(line => line.Act.ToString());

    // As if it had been signed in an hour ago.
    private async Task AgeAsync(JournalClient me)
    {
        await using var session = journal.Get<IDocumentStore>().LightweightSession();
        foreach (var one in await session.Query<CredentialDocument>().Where(one => one.Person == me.Person.Id && one.Kind == CredentialKind.Session).ToListAsync())
            session.Store(one with { Created = one.Created.AddHours(-1) });
        await session.SaveChangesAsync();
    }

    private static async Task<Answer> SendAsync(JournalClient me, string address, (string, string)[] headers, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await me.With(null).SendContentAsync(HttpMethod.Post, address, form, [Own, .. headers]);
    }

    private static List<string> Codes(string page) => [.. Code().Matches(page).Select(match => match.Groups[1].Value)];

    private static (string Name, string Value) Cookie(Answer answer) => ("Cookie", answer.Headers["Set-Cookie"].Split(';')[0]);

    [GeneratedRegex("<code class=\"secret\">([0-9a-z-]{19})</code>")]
    private static partial Regex Code();
}
