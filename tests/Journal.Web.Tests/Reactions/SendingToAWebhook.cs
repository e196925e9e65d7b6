using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journal.Web.Operations;
using Journal.Web.Reactions;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Reactions;

/// <summary>What is recorded goes to an address: signed, each event under one id, until it is taken; against a server that fails, hangs, redirects and comes back.</summary>
public sealed class SendingToAWebhook(ReactingJournal journal) : IClassFixture<ReactingJournal>
{
    [Fact]
    public async Task Each_event_arrives_once_signed_and_without_words()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("entries", """{"text":"before"}""")).Succeeds();
        var secret = (await AddAsync(me, receiver)).GetProperty("secret").GetString()!;
        for (var i = 0; i < 5; i++)
            (await me.PostAsync("entries", """{"text":"Quicksilver"}""")).Succeeds();
        (await (await journal.NewPersonAsync()).PostAsync("entries", """{"text":"of another"}""")).Succeeds();
        await SendAsync();
        await SendAsync();
        Assert.Equal((await journal.EventsOfAsync(me)).Skip(1).Select(e => e.Id).Order(), receiver.All.Select(got => Body(got).GetProperty("data").GetProperty("id").GetGuid()).Order());
        Assert.All(receiver.All, got => Assert.Equal(Signed(secret, got), got.Headers["webhook-signature"]));
        Assert.All(receiver.All, got => Assert.DoesNotContain("Quicksilver", got.Body, StringComparison.Ordinal));
        Assert.Equal(5, receiver.All.Select(got => got.Headers["webhook-id"]).Distinct().Count());
        Assert.DoesNotContain("secret\":\"", (await me.GetAsync("webhooks")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fails")]
    [InlineData("redirects")]
    [InlineData("cuts off")]
    public async Task A_server_that_fails_gets_the_same_id_again_when_it_is_back(string how)
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync();
        var hook = (await AddAsync(me, receiver, ""","words":true""")).GetProperty("id").GetGuid();
        receiver.Does = http =>
        {
            if (how == "cuts off")
                http.Abort();
            else if (how == "redirects")
                http.Response.Redirect(receiver.Address + "elsewhere");
            else
                http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        (await me.PostAsync("entries", """{"text":"Quicksilver"}""")).Succeeds();
        await SendAsync();
        foreach (var minutes in new[] { 1, 2, 11, 46 })
            await journal.MoveAsync(TimeSpan.FromMinutes(minutes));
        var failed = (await DeliveriesAsync(me, hook))[0];
        Assert.Equal("waiting", failed.GetProperty("state").GetString());
        receiver.Does = null;
        for (var i = 0; i < 4; i++)
            await journal.MoveAsync(TimeSpan.FromMinutes(30));
        Assert.Single(receiver.All.Select(got => got.Headers["webhook-id"]).Distinct());
        Assert.DoesNotContain(receiver.All, got => got.Path == "/elsewhere");
        Assert.Equal(failed.GetProperty("tries").GetInt32() + 1, receiver.All.Count);
        var sent = (await DeliveriesAsync(me, hook))[0];
        Assert.Equal(("sent", 200), (sent.GetProperty("state").GetString(), sent.GetProperty("status").GetInt32()));
        Assert.Equal("Quicksilver", Body(receiver.All[^1]).GetProperty("data").GetProperty("data").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up_for_now_and_gets_the_same_id_again()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync();
        var hook = (await AddAsync(me, receiver)).GetProperty("id").GetGuid();
        receiver.Does = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        await SendAsync();
        Assert.Equal("timeout", (await DeliveriesAsync(me, hook))[0].GetProperty("trouble").GetString());
        receiver.Does = null;
        await journal.MoveAsync(TimeSpan.FromSeconds(6));
        Assert.Equal(2, receiver.All.Count);
        Assert.Single(receiver.All.Select(got => got.Headers["webhook-id"]).Distinct());
    }

    [Fact]
    public async Task A_server_that_never_takes_anything_is_sent_nothing_more_after_a_day_and_the_person_is_told()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync();
        var hook = (await AddAsync(me, receiver)).GetProperty("id").GetGuid();
        receiver.Does = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        await SendAsync();
        for (var i = 0; i < 10; i++)
            await journal.MoveAsync(TimeSpan.FromHours(25));
        Assert.Equal(7, receiver.All.Count);
        Assert.Equal("givenUp", (await DeliveriesAsync(me, hook))[0].GetProperty("state").GetString());
        Assert.True((await me.GetAsync("webhooks")).Succeeds().GetProperty("webhooks")[0].GetProperty("off").GetBoolean());
        Assert.Equal("sendingStopped", Assert.Single((await me.GetAsync("notices")).Succeeds().GetProperty("notices").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task One_delivery_can_be_sent_once_more_under_its_id()
    {
        await using var receiver = await Receiver.StartAsync();
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var hook = (await AddAsync(me, receiver)).GetProperty("id").GetGuid();
        (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        await SendAsync();
        var delivery = (await DeliveriesAsync(me, hook))[0].GetProperty("id").GetGuid();
        (await other.PostAsync($"webhooks/{hook}/deliveries/{delivery}/replay", null)).IsRefused(404, "webhook.unknown");
        (await me.PostAsync($"webhooks/{hook}/deliveries/{Guid.NewGuid()}/replay", null)).IsRefused(404, "delivery.unknown");
        (await me.PostAsync($"webhooks/{hook}/deliveries/{delivery}/replay", null)).Succeeds();
        await journal.MoveAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, receiver.All.Count);
        Assert.Single(receiver.All.Select(got => got.Headers["webhook-id"]).Distinct());
    }

    [Fact]
    public async Task After_a_new_secret_both_sign()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync();
        var made = await AddAsync(me, receiver);
        var fresh = (await me.PostAsync($"webhooks/{made.GetProperty("id").GetGuid()}/secret", null)).Succeeds().GetProperty("secret").GetString()!;
        (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        await SendAsync();
        var got = Assert.Single(receiver.All);
        Assert.Equal($"{Signed(fresh, got)} {Signed(made.GetProperty("secret").GetString()!, got)}", got.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task Of_chosen_kinds_hears_of_those_and_of_notices_where_it_asked_for_them()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync();
        await AddAsync(me, receiver, ""","kinds":["beliefs","notices"]""");
        (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        await me.NewBeliefAsync();
        await journal.Get<Notices>().TellAsync(me.Person.Id, NoticeKind.ReviewDue, null, null, "k", CancellationToken.None);
        await SendAsync();
        Assert.Equal(["belief_stated", "notice.reviewDue"], receiver.All.Select(got => Body(got).GetProperty("type").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_rebuild_sends_nothing_again()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync();
        await AddAsync(me, receiver);
        (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        await SendAsync();
        await journal.Get<Projections>().RebuildAsync(ReactionsProjection.ProjectionName, TestContext.Current.CancellationToken);
        await SendAsync();
        Assert.Single(receiver.All);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_connected_to_where_that_is_not_allowed()
    {
        await using var receiver = await Receiver.StartAsync();
        using var careful = new OutwardHttp(new());
        foreach (var host in new[] { "localhost", "127.0.0.1", "[::ffff:127.0.0.1]" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{host}:{receiver.Address.Port}/");
            var sending = await careful.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((SendingResult.Failed, "address.private"), (sending.Result, sending.Trouble));
        }

        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read()
    {
        await using var receiver = await Receiver.StartAsync();
        using var open = new OutwardHttp(new() { WebhooksToPrivate = true });
        receiver.Does = async http =>
        {
            for (var chunk = new byte[64 * 1024]; !http.RequestAborted.IsCancellationRequested;)
                await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Address);
        Assert.Equal(SendingResult.Arrived, (await open.SendAsync(request, TestContext.Current.CancellationToken)).Result);
    }

    [Theory]
    [InlineData("""{"url":"nowhere"}""", "url.invalid")]
    [InlineData("""{"url":"https://a:b@example.org/"}""", "url.invalid")]
    [InlineData("""{"url":"https://example.org/","kinds":["nothing"]}""", "kinds.unknown")]
    [InlineData("""{"url":"https://example.org/","kinds":[]}""", "kinds.unknown")]
    [InlineData("{}", "url.missing")]
    public async Task What_is_no_webhook_is_refused(string body, string code) => (await (await journal.NewPersonAsync()).PostAsync("webhooks", body)).IsRefused(422, code);

    [Fact]
    public async Task A_token_that_may_not_let_others_in_sets_none_up()
    {
        var me = await journal.NewPersonAsync();
        var writing = me.With(await journal.IssueAsync(me.Person, Journal.Web.Access.Scope.Write));
        (await writing.PostAsync("webhooks", """{"url":"https://example.org/"}""")).IsRefused(403, "scope.manage");
        (await writing.GetAsync("channels")).IsRefused(403, "scope.manage");
    }

    private async Task SendAsync()
    {
        await journal.Get<Projections>().CatchUpAsync(TestContext.Current.CancellationToken);
        await journal.MoveAsync(TimeSpan.FromMilliseconds(1));
    }

    private static async Task<JsonElement> AddAsync(JournalClient me, Receiver receiver, string more = "") =>
        (await me.PostAsync("webhooks", $$"""{"url":"{{receiver.Address}}hook"{{more}}}""")).Succeeds();

    private static async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(JournalClient me, Guid hook) => [.. (await me.GetAsync($"webhooks/{hook}/deliveries")).Succeeds().GetProperty("deliveries").EnumerateArray()];

    private static JsonElement Body(Received got) => JsonDocument.Parse(got.Body).RootElement;

    // Written anew here, as a receiver would.
    private static string Signed(string secret, Received got) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{got.Headers["webhook-id"]}.{got.Headers["webhook-timestamp"]}.{got.Body}")));
}
