using System.Net;
using System.Text.RegularExpressions;
using Journal.Web.Access;
using Journal.Web.Tests.Http;
using Marten;

namespace Journal.Web.Tests.Access;

public sealed partial class WhatGoesOut(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Webhooks = "/settings/webhooks";

    [Fact]
    public async Task Every_way_out_is_in_the_audit_from_its_beginning_to_its_end()
    {
        var me = await journal.NewPersonAsync();
        var hook = await me.NewAsync("webhooks", """{"url":"https://example.org/hook"}""");
        await me.PatchAsync($"webhooks/{hook}", """{"words":true}""");
        await me.PostAsync($"webhooks/{hook}/secret", null);
        await me.SendAsync(HttpMethod.Delete, $"webhooks/{hook}", null);
        var channel = await me.NewAsync("channels", """{"kind":"post","address":"https://example.org/topic"}""");
        await me.PatchAsync($"channels/{channel}", """{"words":true}""");
        await me.SendAsync(HttpMethod.Delete, $"channels/{channel}", null);
        await me.SendAsync(HttpMethod.Put, "feed", """{"words":false}""");
        await me.SendAsync(HttpMethod.Delete, "feed", null);
        await me.SendAsync(HttpMethod.Delete, "feed", null);
        (await me.GetAsync("exports")).Succeeds();
        Assert.Equal(
            ["Exported", "FeedEnded", "FeedMade", "ChannelEnded", "ChannelChanged", "ChannelAdded", "WebhookEnded", "WebhookSecretChanged", "WebhookChanged", "WebhookAdded"],
            (await journal.Get<AuditTrail>().ListAsync(me.Person.Id, null, 10, CancellationToken.None)).Select(line => line.Act.ToString()));
        var page = await (await BrowserAsync(me)).GetAsync("/settings/audit");
        foreach (var words in new[] { "A webhook was added", "A webhook got a new secret", "A way out was ended", "address was made" })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exporting_all_asks_a_stale_browser_who_sits_there_and_no_program()
    {
        var me = await journal.NewPersonAsync();
        var browser = await BrowserAsync(me);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/exports")).Status);
        await AgeAsync(me);
        var asked = await browser.GetAsync("/api/v1/exports?format=csv");
        Assert.Equal((HttpStatusCode.SeeOther, "/prove?back=%2Fimport"), (asked.Status, asked.Headers["Location"]));
        (await me.With(null).GetAsync("exports", ("Cookie", $"__Host-journal={browser["__Host-journal"]}"))).IsRefused(403, "step-up.required");
        foreach (var scope in Enum.GetValues<Scope>())
            Assert.Equal(HttpStatusCode.OK, (await me.With(await journal.IssueAsync(me.Person, scope)).GetAsync("exports")).Status);
        Assert.Equal(4, (await journal.Get<AuditTrail>().ListAsync(me.Person.Id, null, 50, CancellationToken.None)).Count(line => line.Act == AuditAct.Exported));
    }

    [Fact]
    public async Task Webhooks_are_managed_by_their_page()
    {
        var me = await journal.NewPersonAsync();
        var browser = await BrowserAsync(me);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(Webhooks + "/add", ("url", "http://127.0.0.1/"))).Status);
        var made = await browser.PostAsync(Webhooks + "/add", ("url", "https://example.org/hook"), ("kinds", "outcomes, notices"), ("words", "false"));
        var secret = Secret().Match(made.Text).Groups[1].Value;
        Assert.True(secret.Length > 20, made.Text);
        var list = (await me.GetAsync("webhooks")).Json.GetProperty("webhooks");
        var id = Assert.Single(list.EnumerateArray()).GetProperty("id").GetString()!;
        Assert.Equal(["outcomes", "notices"], list[0].GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()));
        Assert.DoesNotContain(secret, (await browser.GetAsync(Webhooks)).Text, StringComparison.Ordinal);
        Assert.NotEqual(secret, Secret().Match((await browser.PostAsync(Webhooks + "/rotate", ("id", id))).Text).Groups[1].Value);
        await browser.PostAsync(Webhooks + "/change", ("id", id), ("off", "true"));
        Assert.Contains("off</span>", (await browser.GetAsync(Webhooks)).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing in the last seven days", (await browser.GetAsync($"{Webhooks}?log={id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(Webhooks + "/replay", ("id", id), ("delivery", $"{Guid.NewGuid()}"))).Status);

        var other = await BrowserAsync(await journal.NewPersonAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(Webhooks + "/end", ("id", id))).Status);
        Assert.DoesNotContain("example.org", (await other.GetAsync($"{Webhooks}?log={id}")).Text, StringComparison.Ordinal);

        await AgeAsync(me);
        foreach (var act in new[] { "add", "rotate", "change" })
            Assert.StartsWith("/prove", (await browser.PostAsync($"{Webhooks}/{act}", ("id", id), ("url", "https://example.org/"))).Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Webhooks + "/end", ("id", id))).Status);
        Assert.Empty((await me.GetAsync("webhooks")).Json.GetProperty("webhooks").EnumerateArray());
    }

    private async Task<Browser> BrowserAsync(JournalClient me)
    {
        var browser = new Browser(journal.Http);
        await browser.PostAsync("/sign-in", ("code", (await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None)).Fragment[1..]));
        return browser;
    }

    private async Task AgeAsync(JournalClient me)
    {
        await using var session = journal.Get<IDocumentStore>().LightweightSession();
        foreach (var one in await session.Query<CredentialDocument>().Where(one => one.Person == me.Person.Id && one.Kind == CredentialKind.Session).ToListAsync())
            session.Store(one with { Created = one.Created.AddHours(-1) });
        await session.SaveChangesAsync();
    }

    [GeneratedRegex("<code class=\"secret\">([^<]+)</code>")]
    private static partial Regex Secret();
}
