using System.Net;
using System.Net.Sockets;
using System.Text;
using Journal.Web.Access;

namespace Journal.Web.Tests.Http;

public sealed class TheServersGuards(JournalOnASocket journal) : IClassFixture<JournalOnASocket>
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("[::1]:5000")]
    [InlineData("journal.example")]
    [InlineData("JOURNAL.example:443")]
    public async Task Answer_to_the_names_of_this_server(string host) =>
        (await (await journal.NewPersonAsync()).GetAsync("me", ("Host", host))).Succeeds();

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("10.0.0.7")]
    [InlineData("journal.example.evil")]
    public async Task Do_not_answer_to_another_name(string host)
    {
        var me = await journal.NewPersonAsync();
        (await me.GetAsync("me", ("Host", host))).IsRefused(421, "host.unknown");
        (await me.PostAsync("aims", """{"title":"t"}""", ("Host", host))).IsRefused(421, "host.unknown");
        (await me.GetAsync("/sign-in", ("Host", host))).IsRefused(421, "host.unknown");
        (await me.With(null).GetAsync("/health/live", ("Host", host))).Succeeds();
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Refuse_a_change_that_a_foreign_page_sends_even_with_a_token()
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("aims", """{"title":"t"}""", ("Origin", "https://evil.example"))).IsRefused(403, "origin.foreign");
        (await me.PostAsync("aims", """{"title":"t"}""", ("Sec-Fetch-Site", "cross-site"))).IsRefused(403, "origin.foreign");
        (await me.PostAsync("aims", """{"title":"t"}""", ("Origin", journal.Address.GetLeftPart(UriPartial.Authority)))).Succeeds();
        Assert.Single(await journal.EventsOfAsync(me));
    }

    [Theory]
    [InlineData("/api/v1/me", 200)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/history?limit=0", 422)]
    [InlineData("/sign-in", 200)]
    public async Task Mark_every_answer_as_private(string path, int status)
    {
        var answer = await (await journal.NewPersonAsync()).GetAsync(path);
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(("no-store", "nosniff", "no-referrer"), (answer.Headers["Cache-Control"], answer.Headers["X-Content-Type-Options"], answer.Headers["Referrer-Policy"]));
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_how_the_server_is_before_anybody_signs_in()
    {
        var nobody = (await journal.NewPersonAsync()).With(null);
        Assert.Equal("live", (await nobody.GetAsync("/health/live")).Json.GetProperty("status").GetString());
        Assert.Equal("ready", (await nobody.GetAsync("/health/ready")).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Answer_a_bare_socket_that_sends_too_much_in_chunks()
    {
        var me = await journal.NewPersonAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, journal.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/entries HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {me.Token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");
        for (var i = 0; i < 40; i++)
            await stream.WriteAsync(chunk);
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer);
        Assert.StartsWith("HTTP/1.1 413", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_what_people_write_and_what_lets_them_in_out_of_the_log()
    {
        var me = await journal.NewPersonAsync();
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None);
        using var form = new FormUrlEncodedContent([new("code", link.Fragment[1..])]);
        var session = (await me.With(null).SendContentAsync(HttpMethod.Post, "/sign-in", form, ("Sec-Fetch-Site", "same-origin"))).Headers["Set-Cookie"].Split(';')[0].Split('=')[1];
        await me.With(null).GetAsync("me", ("Cookie", $"__Host-journal={session}"));
        (await me.PostAsync("entries", """{"text":"cardamom"}""")).Succeeds();
        await me.PostAsync("entries", """{"text":"cardamom","layer":"cardamom"}""");
        await me.PostAsync("entries", """{"text":"cardamom" """);
        await me.PostAsync("tokens", """{"label":"cardamom"}""");
        await me.With(me.Token + "0").GetAsync("me");

        Assert.NotEmpty(journal.Log.Lines);
        foreach (var secret in new[] { me.Token!, link.Fragment[1..], session, "cardamom", me.Person.Handle })
            Assert.DoesNotContain(journal.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
