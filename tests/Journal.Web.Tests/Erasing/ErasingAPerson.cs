using System.Diagnostics;
using Journal.Commands;
using Journal.Entries;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Erasing;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Crashes;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Store;
using Marten;

namespace Journal.Web.Tests.Erasing;

public sealed class ErasingAPerson(ServedJournal journal, TestPostgres postgres) : IClassFixture<ServedJournal>
{
    private const string Canary = "zeisig-im-bergwerk";

    [Fact]
    public async Task Leaves_nothing_of_theirs_in_any_table_or_log_while_others_write_on()
    {
        var (me, other, writer) = (await journal.NewPersonAsync(), await journal.NewPersonAsync(), await journal.NewPersonAsync());
        foreach (var one in new[] { me, other })
        {
            var word = one == me ? Canary : "other";
            var practice = await one.NewAsync("practices", $$"""{"title":"{{word}} practice","times":3,"days":7}""");
            (await one.PostAsync($"practices/{practice}/outcomes", $$"""{"kind":"finished","note":"{{word}}"}""")).Succeeds();
            await one.NewAsync("beliefs", $$"""{"text":"{{word}} belief","scope":"safe","strength":0.8}""");
            for (var i = 0; i < 20; i++)
                await one.NewAsync("entries", $$"""{"text":"{{word}} {{i}}"}""");
        }

        await journal.Get<Projections>().CatchUpAsync(Ct);
        var before = await ExportAsync(other);
        Assert.NotEmpty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary));

        using var enough = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => WriteAsync(writer, enough.Token)));
        var began = Stopwatch.GetTimestamp();
        (await me.PostAsync("me/erasure", $$"""{"handle":"{{me.Person.Handle}}","now":true}""")).Succeeds();
        (await me.GetAsync("me")).IsRefused(401, "token.invalid");
        (await me.PostAsync("entries", """{"text":"too late"}""")).IsRefused(401, "token.invalid");
        await EndsAsync(journal.Get<IDocumentStore>(), me.Person.Id);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        await enough.CancelAsync();
        await load;

        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary, me.Person.Id.ToString("D"), me.Person.Id.ToString("N"), $"\"{me.Person.Handle}\""));
        Assert.DoesNotContain(journal.Log.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(before, await ExportAsync(other));
        await using var session = journal.Get<IDocumentStore>().QuerySession();
        Assert.Contains(await session.Query<Erasure>().ToListAsync(Ct), line => line.Events >= 23);

        var (again, _) = await journal.Get<PeopleRegistry>().EnsureAsync(me.Person.Handle, "UTC", Ct);
        Assert.NotEqual(me.Person.Id, again!.Id);
    }

    [Fact]
    public async Task Leaves_nothing_of_theirs_in_a_dump()
    {
        await BackupPrograms.NeededAsync(journal.Database);
        const string word = "goldammer-im-steinbruch";
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await me.NewAsync("entries", $$"""{"text":"{{word}}"}""");
        await other.NewAsync("entries", """{"text":"this stays on and on"}""");
        Assert.Contains(word, await DumpAsync(), StringComparison.Ordinal);

        (await me.PostAsync("me/erasure", $$"""{"handle":"{{me.Person.Handle}}","now":true}""")).Succeeds();
        await EndsAsync(journal.Get<IDocumentStore>(), me.Person.Id);

        Assert.DoesNotContain(word, await DumpAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Is_asked_for_by_the_handle_waits_a_week_and_can_be_taken_back()
    {
        var me = await journal.NewPersonAsync();
        Assert.Equal("""{"asked":null,"due":null,"begun":false}""", (await me.GetAsync("me/erasure")).Text);
        (await me.PostAsync("me/erasure", """{"handle":"somebody-else"}""")).IsRefused(422, "handle.differs");
        (await me.PostAsync("me/erasure", "{}")).IsRefused(422, "handle.missing");
        var asked = (await me.PostAsync("me/erasure", $$"""{"handle":"{{me.Person.Handle}}"}""")).Succeeds();
        Assert.Equal(TimeSpan.FromDays(7), asked.GetProperty("due").GetDateTimeOffset() - asked.GetProperty("asked").GetDateTimeOffset());
        var again = (await me.PostAsync("me/erasure", $$"""{"handle":"{{me.Person.Handle}}"}""")).Succeeds();
        Assert.Equal(asked.GetProperty("due").GetDateTimeOffset(), again.GetProperty("due").GetDateTimeOffset());
        (await me.PostAsync("entries", """{"text":"still here"}""")).Succeeds();
        (await me.SendAsync(HttpMethod.Delete, "me/erasure", null)).Succeeds();
        (await me.SendAsync(HttpMethod.Delete, "me/erasure", null)).Succeeds();
        Assert.False((await me.GetAsync("me/erasure")).Succeeds().GetProperty("begun").GetBoolean());
        Assert.Equal(["erasureTakenBack", "erasureAsked", "erasureAsked"], (await me.GetAsync("audit?limit=3")).Succeeds().GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("act").GetString()));
        (await me.GetAsync("me")).Succeeds();

        var writing = me.With(await journal.IssueAsync(me.Person, Scope.Write));
        (await writing.PostAsync("me/erasure", $$"""{"handle":"{{me.Person.Handle}}","now":true}""")).IsRefused(403, "scope.manage");
    }

    [Fact]
    public async Task Is_asked_for_on_a_page_by_who_has_shown_who_they_are()
    {
        var me = await journal.NewPersonAsync();
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, Ct);
        var cookie = (await PostAsync("/sign-in", "", ("code", link.Fragment[1..]))).Headers["Set-Cookie"].Split(';')[0];
        Assert.Contains("/import#out", (await GetAsync("/settings/erase")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await PostAsync("/settings/erase/ask", cookie, ("handle", "nobody"), ("when", "now"))).Status);
        Assert.Equal(303, (int)(await PostAsync("/settings/erase/ask", cookie, ("handle", me.Person.Handle), ("when", "later"))).Status);
        Assert.Contains("Everything will be erased after", (await GetAsync("/settings/erase")).Text, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await PostAsync("/settings/erase/back", cookie)).Status);
        Assert.DoesNotContain("Everything will be erased after", (await GetAsync("/settings/erase")).Text, StringComparison.Ordinal);
        Assert.Contains("being erased", (await PostAsync("/settings/erase/ask", cookie, ("handle", me.Person.Handle), ("when", "now"))).Text, StringComparison.Ordinal);
        Assert.Equal(401, (int)(await GetAsync("/settings")).Status);

        Task<Answer> GetAsync(string path) => me.With(null).GetAsync(path, ("Cookie", cookie), ("Accept", "text/html"));

        async Task<Answer> PostAsync(string path, string with, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            return await me.With(null).SendContentAsync(HttpMethod.Post, path, form, ("Cookie", with), ("Sec-Fetch-Site", "same-origin"));
        }
    }

    [Fact]
    public async Task Does_not_end_before_who_is_writing_does_and_refuses_who_comes_later()
    {
        var me = await journal.NewPersonAsync();
        await using var late = await HeldDraw.OpenAsync(journal.Database.ConnectionString);
        await late.InsertAsync(Author.TenantOf(me.Person.Id));
        (await me.PostAsync("me/erasure", $$"""{"handle":"{{me.Person.Handle}}","now":true}""")).Succeeds();
        await Task.Delay(PersonEraser.Settling + TimeSpan.FromSeconds(5), Ct);
        Assert.NotNull(await journal.Get<Erasures>().FindAsync(me.Person.Id, Ct));
        await late.Transaction.CommitAsync(Ct);

        // A request that was let in a moment before.
        var command = new WriteEntry("too late") { Id = Guid.CreateVersion7() };
        var refused = await journal.Get<Recorder>().RecordAsync(me.Person.As("api"), CommandKinds.Of<WriteEntry>(), command, null, Ct);
        Assert.Equal("person.unknown", refused.Refusal?.Code);
        await EndsAsync(journal.Get<IDocumentStore>(), me.Person.Id);
        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, me.Person.Id.ToString("D")));
    }

    [Fact]
    public async Task Is_not_undone_by_a_page_that_a_projection_has_in_hand()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await using var node = await DaemonHost.StartAsync(database);
        var (erasures, people) = (node.Get<Erasures>(), node.Get<PeopleRegistry>());
        var going = new List<Person>();
        for (var round = 0; round < 20; round++)
        {
            var tenant = await node.NewPersonAsync($"round-{round}");
            for (var i = 0; i < 1 + (round % 5); i++)
                await node.WriteAsync(tenant, Canary);
            var person = (await people.FindAsync(Guid.Parse(tenant), Ct))!;
            await Task.Delay(round * 7, Ct);
            await erasures.AskAsync(person, person.Handle, now: true, AuditSource.Terminal, Ct);
            await erasures.StepAsync(Ct);
            going.Add(person);
        }

        await Task.WhenAll(going.Select(person => erasures.FinishAsync(person.Id, Ct)));
        await node.CatchUpAsync();
        Assert.Empty(await Canaries.FindAsync(database.SuperuserConnectionString, [Canary, .. going.Select(person => person.Id.ToString("D"))]));
    }

    [Fact]
    public async Task Goes_on_after_its_process_was_killed_and_says_then_that_there_is_nobody()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        using var node = new Node(database.ConnectionString);
        Assert.Equal(0, (await JournalProcess.RunAsync(database.ConnectionString, "log", Canary, "--person", "kim")).ExitCode);
        var token = (await JournalProcess.RunAsync(database.ConnectionString, "token", "create", "phone", "--manage", "--person", "kim")).Output.Trim();
        await node.StartAsync();
        using (var http = new HttpClient { BaseAddress = node.Address })
        {
            var kim = new JournalClient(http, new Person(Guid.Empty, "kim", "UTC", default), token);
            (await kim.PostAsync("me/erasure", """{"handle":"kim","now":true}""")).Succeeds();
        }

        await node.KillAsync();
        Assert.NotEmpty(await Canaries.FindAsync(database.SuperuserConnectionString, Canary));
        await node.StartAsync();
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(database.DataSource);
            JournalStore.Configure(options);
            ErasureDocuments.Configure(options);
        });
        await EndsAsync(store, null);
        Assert.Empty(await Canaries.FindAsync(database.SuperuserConnectionString, Canary, "\"kim\""));
        var again = await JournalProcess.RunAsync(database.ConnectionString, "person", "erase", "kim", "--now", "--yes", "--json");
        Assert.Equal((4, "person.unknown"), (again.ExitCode, again.Code));
    }

    private static async Task WriteAsync(JournalClient writer, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
            (await writer.PostAsync("entries", """{"text":"on and on"}""")).Succeeds();
    }

    private async Task<string> ExportAsync(JournalClient of)
    {
        using var file = new MemoryStream();
        await journal.Get<JournalExport>().WriteAsync(of.Person, file, Ct);
        return Convert.ToBase64String(file.ToArray());
    }

    private async Task<string> DumpAsync()
    {
        var to = new Npgsql.NpgsqlConnectionStringBuilder(journal.Database.SuperuserConnectionString);
        var call = new ProcessStartInfo("pg_dump", ["--format=plain"]) { RedirectStandardOutput = true };
        (call.Environment["PGHOST"], call.Environment["PGPORT"], call.Environment["PGUSER"], call.Environment["PGPASSWORD"], call.Environment["PGDATABASE"]) =
            (to.Host, $"{to.Port}", to.Username, to.Password, to.Database);
        using var dump = Process.Start(call)!;
        var text = await dump.StandardOutput.ReadToEndAsync(Ct);
        await dump.WaitForExitAsync(Ct);
        Assert.Equal(0, dump.ExitCode);
        Assert.Contains("on and on", text, StringComparison.Ordinal);
        return text;
    }

    private static async Task EndsAsync(IDocumentStore store, Guid? person)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(100, Ct))
        {
            await using var session = store.QuerySession();
            if (!await session.Query<ErasureRequest>().Where(request => person == null || request.Id == person).AnyAsync(Ct))
                return;
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
