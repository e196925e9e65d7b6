using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Journal.Web.Interchange.Running;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;
using Marten;

namespace Journal.Web.Tests.Interchange;

public sealed class ImportingByItself(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private static readonly (string, string) Async = ("Prefer", "respond-async");

    [Fact]
    public async Task Is_answered_at_once_and_told_of_when_it_is_done()
    {
        var me = await journal.NewPersonAsync();
        var begun = await SendAsync(me, "imports", Days(3));
        Assert.Equal((HttpStatusCode.Accepted, "respond-async"), (begun.Status, begun.Headers["Preference-Applied"]));
        var ended = await EndAsync(me, begun);
        Assert.Equal(("done", 3), (State(ended), ended.GetProperty("summary").GetProperty("created").GetInt32()));
        var again = await EndAsync(me, await SendAsync(me, "imports", Days(3)));
        Assert.Equal((0, 3), (again.GetProperty("summary").GetProperty("created").GetInt32(), again.GetProperty("summary").GetProperty("duplicate").GetInt32()));
        Assert.Equal(2, (await me.GetAsync("imports")).Succeeds().GetProperty("imports").GetArrayLength());
        Assert.Equal(0, await PartsAsync());
    }

    [Fact]
    public async Task Of_a_file_that_cannot_be_taken_is_refused_by_name_and_stores_nothing()
    {
        var me = await journal.NewPersonAsync();
        var ended = await EndAsync(me, await SendAsync(me, "imports", "no format at all"));
        Assert.Equal(("refused", "import.unknown"), (State(ended), ended.GetProperty("code").GetString()));
        Assert.Empty(await journal.EventsOfAsync(me));
        Assert.Equal(0, await PartsAsync());
    }

    [Fact]
    public async Task Is_refused_where_three_wait_already()
    {
        var me = await journal.NewPersonAsync();
        await using var session = journal.Get<IDocumentStore>().LightweightSession(me.Person.Id.ToString("D"));
        for (var i = 0; i < 3; i++)
            session.Store(new ImportRun(Guid.NewGuid(), null, null, new Dictionary<string, string>(), DryRun: false, ImportState.Waiting, TimeProvider.System.GetUtcNow()));
        await session.SaveChangesAsync();
        (await SendAsync(me, "imports", Days(3))).IsRefused(409, "imports.count");
        Assert.Equal(3, (await me.GetAsync("imports")).Succeeds().GetProperty("imports").GetArrayLength());
    }

    [Fact]
    public async Task Of_another_person_is_nobodys_business()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var begun = await SendAsync(me, "imports", Days(3));
        (await other.GetAsync(begun.Headers["Location"])).IsRefused(404, "import.unknown");
        (await other.SendAsync(HttpMethod.Delete, begun.Headers["Location"], null)).IsRefused(404, "import.unknown");
        Assert.Equal("done", State(await EndAsync(me, begun)));
    }

    [Fact]
    public async Task Taken_back_leaves_nothing_of_the_file_behind()
    {
        var me = await journal.NewPersonAsync();
        var begun = await SendAsync(me, "imports", Days(60_000));
        await UntilAsync(async () => State((await me.GetAsync(begun.Headers["Location"])).Succeeds().GetProperty("import")) != "waiting");
        (await me.SendAsync(HttpMethod.Delete, begun.Headers["Location"], null)).Succeeds();
        var ended = await EndAsync(me, begun);
        // One that was being stored at that moment is in, whole, and says so.
        Assert.Equal(State(ended) == "cancelled" ? 0 : 60_000, (await journal.EventsOfAsync(me)).Count);
        await UntilAsync(async () => await PartsAsync() == 0);
    }

    [Fact]
    public async Task Goes_on_after_the_server_was_killed_in_the_middle_of_it()
    {
        using var home = new TestHome();
        string token;
        string? location;
        using (var first = await ServedProcess.StartAsync(home.Path))
        {
            token = await TokenAsync(home.Path);
            using var client = Client(first.Address, token);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = Text(Days(30_000)), Headers = { { "Prefer", "respond-async" } } };
            using var begun = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
            location = begun.Headers.Location!.ToString();
            first.KillWithDatabase(home);
        }

        using var second = await ServedProcess.StartAsync(home.Path);
        using var again = Client(second.Address, token);
        var ended = default(JsonElement);
        await UntilAsync(async () => (ended = JsonDocument.Parse(await again.GetStringAsync(location)).RootElement.GetProperty("import")).TryGetProperty("ended", out var at) && at.ValueKind != JsonValueKind.Null);
        Assert.Equal("done", State(ended));
        // Whole, and once.
        using var content = Text(Days(30_000));
        using var answer = await again.PostAsync("/api/v1/imports", content);
        using var summary = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        Assert.Equal((0, 30_000), (summary.RootElement.GetProperty("created").GetInt32(), summary.RootElement.GetProperty("duplicate").GetInt32()));
        await second.StopAsync();
    }

    private static string State(JsonElement import) => import.GetProperty("state").GetString()!;

    private static async Task<JsonElement> EndAsync(JournalClient me, Answer begun)
    {
        var import = default(JsonElement);
        await UntilAsync(async () => (import = (await me.GetAsync(begun.Headers["Location"])).Succeeds().GetProperty("import")).TryGetProperty("ended", out var at) && at.ValueKind != JsonValueKind.Null);
        return import;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 1200, "It does not end.");
            await Task.Delay(100);
        }
    }

    private async Task<long> PartsAsync()
    {
        await using var command = journal.Database.DataSource.CreateCommand("select count(*) from journal.mt_doc_importpart");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<Answer> SendAsync(JournalClient me, string path, string text)
    {
        using var content = Text(text);
        return await me.SendContentAsync(HttpMethod.Post, path, content, Async);
    }

    private static ByteArrayContent Text(string text) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    // Daylio's form: eight moods a day.
    private static string Days(int rows)
    {
        var text = new StringBuilder("full_date,date,weekday,time,mood,activities,note\n");
        for (var (day, n) = (new DateOnly(2000, 1, 1), 0); n < rows; n++)
            text.Append(CultureInfo.InvariantCulture, $"{day.AddDays(n / 8):yyyy-MM-dd},,,{2 * (n % 8) + 7:00}:00,good,,\n");
        return text.ToString();
    }

    private static async Task<string> TokenAsync(string home)
    {
        using var process = Process.Start(JournalProcess.Call([("JOURNAL_HOME", home)], ["token", "create", "test", "--json"]))!;
        var (output, told) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal("", await told);
        using var answer = JsonDocument.Parse(await output);
        return answer.RootElement.GetProperty("token").GetString()!;
    }

    private static HttpClient Client(Uri address, string token) => new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
}
