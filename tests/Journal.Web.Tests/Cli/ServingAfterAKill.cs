using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>The journal as a laptop runs it: its own PostgreSQL in a folder of its own, served by a process that is killed.</summary>
public sealed class ServingAfterAKill
{
    [Fact]
    public async Task What_was_answered_is_there_after_everything_was_killed_and_the_samples_are_loaded_once()
    {
        using var home = new TestHome();
        string token;
        var acknowledged = new List<string>();
        using (var first = await ServedProcess.StartAsync(home.Path))
        {
            token = (await RunAsync(home.Path, "token", "create", "test", "--json")).Json.GetProperty("token").GetString()!;
            using var client = Client(first.Address, token);
            for (var i = 0; i < 20; i++)
            {
                var answer = await client.PostAsJsonAsync("/api/v1/entries", new { text = $"Entry {i}" }, Ct);
                acknowledged.Add((await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!);
            }

            first.KillWithDatabase(home);
        }

        using var second = await ServedProcess.StartAsync(home.Path);
        using var again = Client(second.Address, token);
        var history = await again.GetFromJsonAsync<JsonElement>("/api/v1/history", Ct);
        Assert.Equal(acknowledged, history.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("subject").GetString()!));

        var people = (await RunAsync(home.Path, "person", "list", "--json")).Json.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("handle").GetString());
        Assert.Equal(["consultant", "founder", "me"], people);
        await second.StopAsync();
    }

    private static HttpClient Client(Uri address, string token)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<Ran> RunAsync(string home, params string[] args)
    {
        using var process = Process.Start(JournalProcess.Call([("JOURNAL_HOME", home)], args))!;
        var (stdout, stderr) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return new(process.ExitCode, await stdout, await stderr);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
