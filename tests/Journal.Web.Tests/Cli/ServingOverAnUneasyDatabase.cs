using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>The journal as a laptop runs it, whose PostgreSQL is killed or stands still under it.</summary>
public sealed class ServingOverAnUneasyDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Goes_on_by_itself_after_its_server_was_killed_and_loses_nothing_it_answered()
    {
        using var home = new TestHome();
        using var served = await ServedProcess.StartAsync(home.Path);
        using var client = await ClientAsync(home, served);
        var acknowledged = new List<string>();
        for (var round = 1; round <= 3; round++)
        {
            acknowledged.Add(await EventuallyAsync(client, $"before {round}"));
            await ServerProcess.Of(home)!.KillAsync();
            acknowledged.Add(await EventuallyAsync(client, $"after {round}"));
        }

        var history = await client.GetFromJsonAsync<JsonElement>("/api/v1/history", Ct);
        Assert.Equal(acknowledged, history.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("subject").GetString()!));
        await served.StopAsync();
    }

    [Fact]
    public async Task Says_that_its_database_stands_still_and_goes_on_when_it_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Stops processes by signals.");
        using var home = new TestHome();
        using var served = await ServedProcess.StartAsync(home.Path);
        using var client = await ClientAsync(home, served);
        await EventuallyAsync(client, "before");
        var server = Servers(home);
        await SignalAsync("-STOP", server);
        try
        {
            var waited = Stopwatch.StartNew();
            using var refused = await client.PostAsJsonAsync("/api/v1/entries", new { text = "meanwhile" }, Ct);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative), Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct)).StatusCode);
        }
        finally
        {
            await SignalAsync("-CONT", server);
        }

        await EventuallyAsync(client, "after");
        await served.StopAsync();
    }

    private static async Task<HttpClient> ClientAsync(TestHome home, ServedProcess served)
    {
        using var process = Process.Start(JournalProcess.Call([("JOURNAL_HOME", home.Path)], "token", "create", "test", "--json"))!;
        var answer = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(Ct)).RootElement;
        await process.WaitForExitAsync(Ct);
        var client = new HttpClient { BaseAddress = served.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("token").GetString());
        return client;
    }

    // With a key, as whoever tries again should: what was stored although nobody answered is not stored twice.
    private static async Task<string> EventuallyAsync(HttpClient client, string text)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/entries", UriKind.Relative)) { Content = JsonContent.Create(new { text }) };
            request.Headers.Add("Idempotency-Key", text.Replace(' ', '-'));
            using var answer = await client.SendAsync(request, Ct);
            if (answer.StatusCode == HttpStatusCode.Created)
                return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(waited.Elapsed < Patience, "It does not come back.");
            await Task.Delay(100, Ct);
        }
    }

    private static string[] Servers(TestHome home) =>
        [.. Directory.EnumerateDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out _) && WorksIn(process, home.Data)).Select(process => Path.GetFileName(process))];

    private static bool WorksIn(string process, string data)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget == data;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task SignalAsync(string signal, string[] processes)
    {
        using var kill = Process.Start("kill", [signal, .. processes]);
        await kill.WaitForExitAsync(Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
