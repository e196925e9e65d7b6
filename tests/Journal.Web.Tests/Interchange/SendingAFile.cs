using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Interchange;

/// <summary>Files by the API's door and by the page's: what one stores the other stores too.</summary>
public sealed class SendingAFile(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Daylio = "full_date,date,weekday,time,mood,activities,note\n2025-03-02,March 2,Sunday,18:50,rad,friends | gaming,Awesome\n2025-03-03,March 3,Monday,08:02,bad,,\n";

    [Fact]
    public async Task As_the_body_brings_it_in_once_and_says_what_it_is()
    {
        var me = await journal.NewPersonAsync();
        var dry = (await SendAsync(me, "imports?dryRun=true", Daylio)).Succeeds();
        Assert.Equal(("daylio", "a CSV of Daylio", true, 3), (dry.GetProperty("format").GetString(), dry.GetProperty("takenFor").GetString(), dry.GetProperty("dryRun").GetBoolean(), dry.GetProperty("created").GetInt32()));
        Assert.Equal(0, (await me.GetAsync("entries")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(3, (await SendAsync(me, "imports", Daylio)).Succeeds().GetProperty("created").GetInt32());
        Assert.Equal((0, 3), (await SendAsync(me, "imports", Daylio)).Succeeds() is var again ? (again.GetProperty("created").GetInt32(), again.GetProperty("duplicate").GetInt32()) : default);
        var entry = (await me.GetAsync("entries")).Json.GetProperty("items")[0];
        Assert.Equal(("Awesome", "friends,gaming"), (entry.GetProperty("text").GetString(), string.Join(',', entry.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()))));
        Assert.Equal("mood", (await me.GetAsync("states")).Json.GetProperty("items")[0].GetProperty("ratings")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task In_a_form_is_the_same_as_the_body()
    {
        var me = await journal.NewPersonAsync();
        using var form = Form("file", Daylio, "my export.csv");
        Assert.Equal(3, (await me.SendContentAsync(HttpMethod.Post, "imports", form)).Succeeds().GetProperty("created").GetInt32());
    }

    [Fact]
    public async Task That_was_changed_since_carries_the_change_over_and_keeps_the_history()
    {
        var me = await journal.NewPersonAsync();
        await SendAsync(me, "imports", Daylio);
        var changed = (await SendAsync(me, "imports", Daylio.Replace("Awesome", "Fine", StringComparison.Ordinal).Replace("bad", "good", StringComparison.Ordinal) + "2025-03-04,March 4,Tuesday,08:02,meh,,New\n")).Succeeds();
        Assert.Equal((2, 2, 1), (changed.GetProperty("created").GetInt32(), changed.GetProperty("changed").GetInt32(), changed.GetProperty("duplicate").GetInt32()));
        Assert.Equal(["Fine", "New"], (await me.GetAsync("entries")).Json.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("text").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(["entry_amended", "journal_entry_written", "journal_entry_written", "state_sampled", "state_sampled", "state_sampled", "state_sampled", "subject_retracted"], (await journal.EventsOfAsync(me)).Select(e => e.Type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task That_another_sends_at_the_same_time_is_stored_once()
    {
        var me = await journal.NewPersonAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(me, "imports", Daylio)));
        Assert.Equal(3, answers.Sum(answer => answer.Succeeds().GetProperty("created").GetInt32()));
        Assert.Equal(3, (await journal.EventsOfAsync(me)).Count);
    }

    [Theory]
    [InlineData("imports", "Dear diary", 422, "import.unknown")]
    [InlineData("imports?as=nothing", "x", 422, "import.unknown")]
    [InlineData("imports?as=dayone", "{\"entries\":[{", 422, "import.json")]
    [InlineData("imports?as=loop", "no database", 422, "import.notadatabase")]
    [InlineData("imports?as=csv&map=x", "Date,a\n2025-01-01,b\n", 422, "map.invalid")]
    [InlineData("imports", "", 400, "file.missing")]
    [InlineData("imports?wet=true", "x", 422, "query.unknown")]
    public async Task That_cannot_be_taken_is_refused_with_a_code_and_stores_nothing(string path, string body, int status, string code)
    {
        var me = await journal.NewPersonAsync();
        (await SendAsync(me, path, body)).IsRefused(status, code);
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Of_which_a_row_in_the_middle_cannot_be_read_leaves_nothing_behind()
    {
        var me = await journal.NewPersonAsync();
        (await SendAsync(me, "imports", Daylio + "2025-03-04,x,x,08:02,meh,,\"never closed\n")).IsRefused(422, "csv.invalid");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Takes_a_token_that_may_write()
    {
        var me = await journal.NewPersonAsync();
        Assert.Equal(401, (int)(await SendAsync(me.With(null), "imports", Daylio)).Status);
        Assert.Contains((await me.GetAsync("formats")).Succeeds().EnumerateArray(), format => format.GetProperty("name").GetString() == "daylio");
    }

    [Fact]
    public async Task And_taking_everything_out_again_gives_each_form_that_there_is()
    {
        var me = await journal.NewPersonAsync();
        await SendAsync(me, "imports", Daylio.Replace("Awesome", "=1+1", StringComparison.Ordinal));
        var other = await journal.NewPersonAsync();
        var file = await me.GetAsync("exports");
        Assert.Equal("application/x-ndjson", file.MediaType);
        Assert.Equal(3, (await SendAsync(other, "imports", file.Text)).Succeeds().GetProperty("created").GetInt32());
        Assert.Equal(file.Text.Split('\n')[1..], (await other.GetAsync("exports?format=ndjson")).Text.Split('\n')[1..]);

        var pages = await ArchiveAsync(me, "markdown");
        Assert.Equal(["2025-03-02.md", "2025-03-03.md"], pages.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("---\ndate: 2025-03-02\ntags: [\"friends\", \"gaming\"]\n---\n\n## 18:50\n\n=1+1\n", pages["2025-03-02.md"], StringComparison.Ordinal);
        var tables = await ArchiveAsync(me, "csv");
        Assert.Equal(["entries.csv", "states.csv"], tables.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(",\"'=1+1\",", tables["entries.csv"], StringComparison.Ordinal);
        Assert.Equal(3, (await ArchiveAsync(me, "json")).Values.Sum(list => System.Text.Json.JsonDocument.Parse(list).RootElement.GetArrayLength()));
        (await me.GetAsync("exports?format=pdf")).IsRefused(422, "format.type");
    }

    [Fact]
    public async Task Takes_no_more_positions_of_the_log_than_it_has_events()
    {
        var me = await journal.NewPersonAsync();
        async Task<long> LastAsync()
        {
            await using var last = journal.Database.DataSource.CreateCommand("select last_value from journal.mt_events_sequence");
            return (long)(await last.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }

        await me.NewAsync("entries", """{"text":"before"}""");
        var before = await LastAsync();
        await SendAsync(me, "imports", Daylio);
        Assert.Equal(before + 3, await LastAsync());
    }

    [Fact]
    public async Task That_was_taken_as_somebody_said_is_taken_so_again_until_they_say_otherwise()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        const string First = "When,How,Words\n2025-03-02,4,Up\n", Later = "Words,When,How\nDown,2025-03-03,2\n";
        string Meaning(Answer answer, string column) => answer.Succeeds().GetProperty("map").GetProperty(column).GetString()!;
        Assert.Equal("rating:0..10", Meaning(await SendAsync(me, "imports?map=When=date&map=How=rating:0..10&map=Words=text", First), "How"));
        var later = await SendAsync(me, "imports", Later);
        Assert.Equal(("rating:0..10", "text", true), (Meaning(later, "How"), Meaning(later, "Words"), later.Succeeds().GetProperty("mapIsRemembered").GetBoolean()));
        Assert.NotEqual("rating:0..10", Meaning(await SendAsync(other, "imports", Later), "How"));
        Assert.NotEqual("rating:0..10", Meaning(await SendAsync(me, "imports?dryRun=true", "When,How\n2025-03-03,2\n"), "How"));

        await SendAsync(me, "imports?dryRun=true&map=When=date&map=Words=text", Later);
        Assert.Equal("rating:0..10", Meaning(await SendAsync(me, "imports?dryRun=true", Later), "How"));
        await SendAsync(me, "imports?map=When=date&map=Words=text", Later);
        Assert.Equal("ignore", Meaning(await SendAsync(me, "imports?dryRun=true", Later), "How"));
    }

    [Fact]
    public async Task In_the_browser_is_looked_at_before_it_is_brought_in()
    {
        var me = await journal.NewPersonAsync();
        (string, string)[] own = [("Sec-Fetch-Site", "same-origin"), ("Accept", "text/html")];
        using var form = Form("file", "Date,Notes,Run\n2025-03-02,Up,1\n", "days.csv");
        var look = await me.SendContentAsync(HttpMethod.Post, "/import/file", form, own);
        Assert.Contains("What would come in", look.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"map:Run\" value=\"habit\"", look.Text, StringComparison.Ordinal);
        Assert.Empty(await journal.EventsOfAsync(me));
        var id = System.Text.RegularExpressions.Regex.Match(look.Text, "name=\"file\" value=\"([0-9a-f-]{36})\"").Groups[1].Value;
        using var take = new FormUrlEncodedContent(new Dictionary<string, string> { ["file"] = id, ["as"] = "", ["map:Date"] = "date", ["map:Notes"] = "text", ["map:Run"] = "ignore" });
        var took = await me.SendContentAsync(HttpMethod.Post, "/import/take", take, own);
        Assert.Equal(HttpStatusCode.SeeOther, took.Status);
        var run = took.Headers["Location"];
        while ((await me.GetAsync(run, own)) is { } page && !page.Text.Contains("What came in", StringComparison.Ordinal))
        {
            Assert.Contains("It goes on by itself", page.Text, StringComparison.Ordinal);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Contains(run, (await me.GetAsync("/import", own)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await journal.NewPersonAsync()).GetAsync(run, own)).Status);
        Assert.Single(await journal.EventsOfAsync(me));
        using var again = new FormUrlEncodedContent(new Dictionary<string, string> { ["file"] = id });
        Assert.Contains("import.gone", (await me.SendContentAsync(HttpMethod.Post, "/import/take", again, own)).Text, StringComparison.Ordinal);
        using var bad = Form("file", "Dear diary", "x.txt");
        Assert.Contains("import.unknown", (await me.SendContentAsync(HttpMethod.Post, "/import/file", bad, own)).Text, StringComparison.Ordinal);
    }

    private static Task<Answer> SendAsync(JournalClient me, string path, string body) =>
        me.SendContentAsync(HttpMethod.Post, path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } });

    private static MultipartFormDataContent Form(string field, string body, string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"----{Guid.NewGuid():N}")) { { new StringContent("", Encoding.UTF8), "as" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(body)), field, name } };

    private async Task<Dictionary<string, string>> ArchiveAsync(JournalClient me, string format)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/exports?format={format}", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", me.Token);
        using var response = await journal.Http.SendAsync(request);
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        using var archive = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        var files = new Dictionary<string, string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files.Add(entry.Name, await reader.ReadToEndAsync());
        }

        return files;
    }
}
