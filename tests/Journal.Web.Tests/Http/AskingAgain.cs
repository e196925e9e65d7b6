using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Journal.Web.Tests.Http;

public sealed class AskingAgain(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Known = "If-None-Match";

    [Theory]
    [InlineData("entries")]
    [InlineData("history")]
    [InlineData("reports/cycles?to=2026-01-31")]
    [InlineData("commands")]
    [InlineData("rules")]
    [InlineData("me")]
    public async Task For_what_has_not_changed_sends_nothing(string path)
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", """{"text":"t"}""");
        var first = await me.GetAsync(path);
        first.Succeeds();
        foreach (var tag in new[] { first.Headers["ETag"], $"\"x\", {first.Headers["ETag"]}", "*" })
        {
            var again = await me.GetAsync(path, (Known, tag));
            Assert.Equal((HttpStatusCode.NotModified, "", first.Headers["ETag"]), (again.Status, again.Text, again.Headers["ETag"]));
        }

        var other = await me.GetAsync(path, (Known, "\"x\""));
        Assert.Equal((HttpStatusCode.OK, first.Text), (other.Status, other.Text));
    }

    [Fact]
    public async Task For_what_has_changed_sends_it()
    {
        var me = await journal.NewPersonAsync();
        var entry = await me.NewAsync("entries", """{"text":"t"}""");
        foreach (var path in new[] { "entries", $"entries/{entry}", $"entries/{entry}/events", "history" })
        {
            var tag = (await me.GetAsync(path)).Headers["ETag"];
            (await me.PostAsync($"entries/{entry}/amend", $$"""{"text":"{{path}}"}""")).Succeeds();
            var again = await me.GetAsync(path, (Known, tag));
            Assert.Equal(HttpStatusCode.OK, again.Status);
            Assert.NotEqual(tag, again.Headers["ETag"]);
        }
    }

    [Fact]
    public async Task For_what_was_retracted_says_so_and_its_events_remain()
    {
        var me = await journal.NewPersonAsync();
        var entry = await me.NewAsync("entries", """{"text":"t"}""");
        (await me.PostAsync($"entries/{entry}/retract", "{}")).Succeeds();
        (await me.GetAsync($"entries/{entry}")).IsRefused(410, "entry.retracted");
        Assert.Equal(2, (await me.GetAsync($"entries/{entry}/events")).Succeeds().GetProperty("events").GetArrayLength());
        (await me.GetAsync($"beliefs/{entry}")).IsRefused(404, "belief.unknown");
        (await me.GetAsync($"beliefs/{entry}/events")).IsRefused(404, "belief.unknown");
    }

    [Fact]
    public async Task Compressed_gives_the_same()
    {
        var me = await journal.NewPersonAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/commands", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", me.Token);
        request.Headers.AcceptEncoding.Add(new("gzip"));
        using var answer = await journal.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        await using var plain = new GZipStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var text = new StreamReader(plain);
        Assert.Equal((await me.GetAsync("commands")).Text, await text.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
