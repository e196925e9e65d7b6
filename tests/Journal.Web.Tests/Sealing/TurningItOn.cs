using System.Text.Json;
using Journal.Commands;
using Journal.Decisions;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Sealing;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Journal.Web.Sealing;
using Journal.Web.Search;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Erasing;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Store;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journal.Web.Tests.Sealing;

/// <summary>Over a journal that is there, and with keys that change or go.</summary>
public sealed class TurningItOn(TestPostgres postgres) : IAsyncLifetime
{
    private const string Canary = "rotkehlchen-im-schilf";
    private static readonly Guid Hash = Guid.Parse("6d1f7f0e-5a3b-9c11-b2f0-0c4f6a1d2e3f");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-words-");
    private TestDatabase database = null!;

    private string KeyFile => Path.Combine(folder.FullName, "words.key");

    public async ValueTask InitializeAsync() => database = await postgres.NewJournalDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Seals_what_is_there_while_writers_go_on_and_changes_no_figure()
    {
        string before;
        Author author;
        using (var plain = await OpenAsync(null))
        {
            author = await EnterAsync(plain, "demo");
            await FillAsync(plain, author, 1_200);
            await ImportAsync(plain, author, "2025-03-02");
            // Versions before gave it a hash of the headings for an id.
            await RunAsync($$"""update journal.mt_doc_rememberedmap set id = '{{Hash}}', data = jsonb_set(data, '{Id}', '"{{Hash}}"')""");
            await CatchUpAsync(plain);
            before = await FiguresAsync(plain, author);
            Assert.Empty(await FoundAsync(plain, author, "sang"));
            Assert.NotEmpty(await FoundAsync(plain, author, "morning"));
            await plain.StopAsync(Ct);
        }

        Assert.NotEmpty(await Canaries.FindAsync(database.SuperuserConnectionString, Canary));
        using var host = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true);
        await RunAsync("update journal.mt_doc_server_key set mt_last_modified = now() + interval '1 hour'");
        var other = await EnterAsync(host, "other");
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(host, other, enough.Token);
        // Interrupted at its first page, as by kill -9: what was sealed stays so, and the rest is found.
        using (var interrupted = new CancellationTokenSource())
        {
            var first = Get<EarlierWords>(host).SealAsync(author.Person, interrupted.Token);
            await Eventually.SeesAsync(() => SealedAsync(author), count => count > 0);
            await interrupted.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }

        Assert.Equal(before, await FiguresAsync(host, author));
        var ways = await Task.WhenAll(Get<EarlierWords>(host).SealAsync(Ct), Get<EarlierWords>(host).SealAsync(Ct));
        await enough.CancelAsync();
        var written = await writing;
        await CatchUpAsync(host);
        Assert.NotEqual(0, ways.Sum());

        Assert.Empty(await Canaries.FindAsync(database.SuperuserConnectionString, Canary));
        Assert.Equal(before, await FiguresAsync(host, author));
        Assert.Equal(written, (await Get<PersonEvents>(host).ReadAsync(other.Tenant, null, Ct)).Count(e => e.Data is JournalEntryWritten));
        Assert.NotEmpty(await FoundAsync(host, author, "morning"));
        Assert.NotEqual(Hash, await AskAsync<Guid>("select id from journal.mt_doc_rememberedmap where tenant_id = $1", author));
        Assert.True((await ImportAsync(host, author, "2025-03-02", isSaid: false)).MapIsRemembered);
        var check = await Get<JournalVerification>(host).RunAsync(false, (_, _) => { }, Ct);
        Assert.True(check.Holds, string.Join('\n', check.Store));
        // As a server writes that has not noticed yet: whoever has been gone through is gone through once more when all must have.
        Assert.Equal(0, await Get<EarlierWords>(host).SealAsync(Ct));
        await RunAsync($$"""update journal.mt_events set data = jsonb_set(data, '{Text}', '"{{Canary}} late"') where tenant_id = '{{author.Tenant}}' and seq_id = (select max(seq_id) from journal.mt_events where tenant_id = '{{author.Tenant}}' and data ? 'Text')""");
        await RunAsync($"update journal.mt_doc_server_key set mt_last_modified = now() - interval '1 hour'");
        await Get<EarlierWords>(host).SealAsync(Ct);
        Assert.Equal(0L, (await Get<PersonKeys>(host).Changes.StateAsync(Ct)).Waiting);
        Assert.Empty(await Canaries.FindAsync(database.SuperuserConnectionString, Canary));
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task Asks_for_the_key_from_then_on()
    {
        using (var host = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true))
            await host.StopAsync(Ct);
        Assert.Equal("words.key-missing", (await Assert.ThrowsAsync<SealingException>(() => OpenAsync(null))).Code);
        Assert.Equal("words.key-missing", (await Assert.ThrowsAsync<SealingException>(() => OpenAsync(new ServerKeySource(KeyFile + ".no", null), turnOn: true))).Code);
        var wrong = KeyFile + ".wrong";
        await File.WriteAllTextAsync(wrong, ServerKey.New().Text(), Ct);
        Assert.Equal("words.key-wrong", (await Assert.ThrowsAsync<SealingException>(() => OpenAsync(new ServerKeySource(wrong, null)))).Code);
        await File.WriteAllTextAsync(wrong, "no key", Ct);
        Assert.Equal("words.key-invalid", (await Assert.ThrowsAsync<SealingException>(() => OpenAsync(new ServerKeySource(wrong, null)))).Code);
        Assert.Equal("words.key-command", (await Assert.ThrowsAsync<SealingException>(() => OpenAsync(new ServerKeySource(null, "exit 3")))).Code);
        using var printed = await OpenAsync(new ServerKeySource(null, $"cat '{KeyFile}'"));
        await RecordAsync(printed, await EnterAsync(printed, "demo"), "by a command");
        await printed.StopAsync(Ct);
    }

    [Fact]
    public async Task Lets_the_server_key_be_changed_under_a_server_that_runs()
    {
        var source = new ServerKeySource(KeyFile, null);
        using var running = await OpenAsync(source, turnOn: true);
        var (author, late) = (await EnterAsync(running, "demo"), await EnterAsync(running, "late"));
        await RecordAsync(running, author, Canary);
        var (stored, first) = (await StoredAsync(author), await File.ReadAllTextAsync(KeyFile, Ct));

        using var rotating = await OpenAsync(source);
        var (before, now, people) = await Get<PersonKeys>(rotating).Changes.RotateAsync(Ct);
        Assert.Equal(1, people);
        Assert.NotEqual(before, now);
        Assert.NotEqual(first, await File.ReadAllTextAsync(KeyFile, Ct));
        Assert.Equal(first, await File.ReadAllTextAsync($"{KeyFile}.{before}", Ct));
        Assert.Equal(stored, await StoredAsync(author));
        Assert.Equal("words.key-wrong", (await Assert.ThrowsAsync<SealingException>(() => OpenAsync(new ServerKeySource($"{KeyFile}.{before}", null)))).Code);

        // The server that runs has the key before in its memory, and neither loses nor doubles anybody's.
        await RecordAsync(running, late, Canary);
        await RecordAsync(running, author, Canary);
        using var fresh = await OpenAsync(source);
        foreach (var one in new[] { author, late })
            Assert.All(await Get<PersonEvents>(fresh).ReadAsync(one.Tenant, null, Ct), e => Assert.Equal(Canary, ((JournalEntryWritten)e.Data).Text));
        foreach (var host in new[] { running, rotating, fresh })
            await host.StopAsync(Ct);
    }

    [Fact]
    public async Task Goes_on_where_changing_the_server_key_was_interrupted_before_the_file_was_in_place()
    {
        var source = new ServerKeySource(KeyFile, null);
        using var host = await OpenAsync(source, turnOn: true);
        var author = await EnterAsync(host, "demo");
        await RecordAsync(host, author, Canary);
        var first = await File.ReadAllTextAsync(KeyFile, Ct);
        await Get<PersonKeys>(host).Changes.RotateAsync(Ct);
        await host.StopAsync(Ct);
        File.Move(KeyFile, KeyFile + ".new");
        await File.WriteAllTextAsync(KeyFile, first, Ct);
        using var again = await OpenAsync(source);
        Assert.Equal(Canary, ((JournalEntryWritten)(await Get<PersonEvents>(again).ReadAsync(author.Tenant, null, Ct)).Single().Data).Text);
        Assert.False(File.Exists(KeyFile + ".new"));
        await again.StopAsync(Ct);
    }

    [Fact]
    public async Task And_losing_the_key_locks_words_and_leaves_figures()
    {
        string before;
        Author author;
        using (var host = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true))
        {
            author = await EnterAsync(host, "demo");
            await FillAsync(host, author, 60);
            var at = TimeProvider.System.GetUtcNow().AddDays(-20);
            // A standard for a class of decisions is found by its name, which is a person's word.
            await Get<IDocumentStore>(host).AppendAsync(author.Tenant, new DecisionStandardSet(Guid.CreateVersion7(), "small ones", 24, at));
            await CatchUpAsync(host);
            before = await FiguresAsync(host, author, words: false);
            Assert.Equal("words.key-fits", (await Assert.ThrowsAsync<SealingException>(() => Get<PersonKeys>(host).Changes.AbandonAsync(Ct))).Code);
            await host.StopAsync(Ct);
        }

        File.Delete(KeyFile);
        using (var lost = new PersonKeys(database.DataSource, "journal", new ServerKeySource(KeyFile, null), TimeProvider.System))
            Assert.True(await lost.Changes.AbandonAsync(Ct));
        using var locked = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true);
        Assert.Equal(before, await FiguresAsync(locked, author, words: false));
        Assert.All((await Get<PersonEvents>(locked).ReadAsync(author.Tenant, null, Ct)).Select(e => e.Data).OfType<JournalEntryWritten>(), e => Assert.StartsWith("[locked ", e.Text, StringComparison.Ordinal));
        Assert.Contains(await new StoreCheck(database.DataSource, "journal", Get<WordSealer>(locked)).RunAsync(Ct), finding => finding.Code == "words.locked");
        await RecordAsync(locked, author, "from now on");
        Assert.Equal("from now on", ((JournalEntryWritten)(await Get<PersonEvents>(locked).ReadAsync(author.Tenant, null, Ct))[^1].Data).Text);
        await locked.StopAsync(Ct);
    }

    [Fact]
    public async Task And_losing_the_key_leaves_a_journal_that_holds_and_takes_in_the_same_file_once()
    {
        Author author;
        string[] before;
        using (var host = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true))
        {
            author = await EnterAsync(host, "demo");
            await FillAsync(host, author, 10);
            Assert.Equal(2, (await ImportAsync(host, author, "2025-03-02")).Created);
            await CatchUpAsync(host);
            before = await RecordedAsync(host, author);
            Assert.NotEmpty(await FoundAsync(host, author, "morning"));
            await host.StopAsync(Ct);
        }

        File.Delete(KeyFile);
        using (var lost = new PersonKeys(database.DataSource, "journal", new ServerKeySource(KeyFile, null), TimeProvider.System))
            Assert.True(await lost.Changes.AbandonAsync(Ct));
        using var locked = await OpenAsync(new ServerKeySource(KeyFile, null), turnOn: true);
        await RecordAsync(locked, author, "an evening from now on");
        await CatchUpAsync(locked);
        Assert.Empty(await FoundAsync(locked, author, "morning"));
        Assert.Empty(await FoundAsync(locked, author, "locked"));
        Assert.Single(await FoundAsync(locked, author, "evening"));
        Assert.Empty((await Get<JournalVerification>(locked).RunAsync(false, (_, _) => { }, Ct)).People.SelectMany(person => person.Differences));
        var again = await ImportAsync(locked, author, "2025-03-02");
        Assert.Equal((0, 2), (again.Created, again.Reasons["import.locked"]));
        var after = await RecordedAsync(locked, author);
        Assert.Equal([.. before, "journal_entry_written"], after);
        await locked.StopAsync(Ct);
    }

    [Fact]
    public async Task And_changing_the_server_key_leaves_what_was_imported_as_it_was()
    {
        var source = new ServerKeySource(KeyFile, null);
        using var host = await OpenAsync(source, turnOn: true);
        var author = await EnterAsync(host, "demo");
        await ImportAsync(host, author, "2025-03-02");
        var before = await ExportAsync(host, author);
        Assert.Contains($"Quarrels with {Canary}", before, StringComparison.Ordinal);
        await Get<PersonKeys>(host).Changes.RotateAsync(Ct);
        await host.StopAsync(Ct);
        using var again = await OpenAsync(source);
        Assert.Equal(before, await ExportAsync(again, author));
        Assert.Equal(2, (await ImportAsync(again, author, "2025-03-02", isSaid: false)).Duplicate);
        Assert.Empty(await Canaries.FindAsync(database.SuperuserConnectionString, Canary));
        await again.StopAsync(Ct);
    }

    [Fact]
    public async Task By_the_terminal_takes_the_same_key_or_says_what_is_missing()
    {
        (string, string)[] with = [("JOURNAL_DATABASE", database.ConnectionString), ("JOURNAL_WORDS_KEY", KeyFile)];
        (string, string)[] without = [("JOURNAL_DATABASE", database.ConnectionString), ("JOURNAL_WORDS_KEY", KeyFile + ".no")];
        Assert.False((await CallAsync(with, "keys", "show", "--json")).Json.GetProperty("encrypted").GetBoolean());
        Assert.Equal(0, (await CallAsync(with, "log", Canary)).ExitCode);
        var on = await CallAsync(with, "keys", "encrypt", "--json");
        Assert.Equal((true, 0), (on.Json.GetProperty("encrypted").GetBoolean(), on.Json.GetProperty("waiting").GetInt32()));
        Assert.Empty(await Canaries.FindAsync(database.SuperuserConnectionString, Canary));
        var refused = await CallAsync(without, "log", "not without the key", "--json");
        Assert.Equal((3, "words.key-missing"), (refused.ExitCode, refused.Code));
        Assert.Contains(Canary, (await CallAsync(with, "history")).Output, StringComparison.Ordinal);
        Assert.Equal("keys.abandon", (await CallAsync(without, "keys", "abandon", "--json")).Code);
    }

    private static async Task<Ran> CallAsync((string, string)[] environment, params string[] args)
    {
        using var process = System.Diagnostics.Process.Start(JournalProcess.Call(environment, args))!;
        var (stdout, stderr) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return new(process.ExitCode, await stdout, await stderr);
    }

    private Task<IHost> OpenAsync(ServerKeySource? key, bool turnOn = false) =>
        JournalHost.OpenAsync(database.DataSource, new JournalServerOptions { RunDaemon = false, WordsKey = key, EncryptWords = turnOn }, Ct);

    private static T Get<T>(IHost host)
        where T : notnull => host.Services.GetRequiredService<T>();

    private static async Task<Author> EnterAsync(IHost host, string handle) => (await Get<PeopleRegistry>(host).EnsureAsync(handle, "Europe/Lisbon", Ct)).Person!.As("api");

    private static async Task FillAsync(IHost host, Author author, int days)
    {
        var (store, practice, start) = (Get<IDocumentStore>(host), Guid.CreateVersion7(), new DateTimeOffset(2022, 1, 3, 8, 0, 0, TimeSpan.Zero));
        await using var session = store.LightweightSession(author.Tenant);
        session.Events.StartStream<Practice>(practice, new PracticeAdopted(practice, $"{Canary} practice", 3, 7, null, null, TargetBound.AtLeast, Silence.Missed, null, start));
        for (var day = 0; day < days; day++)
        {
            if (day % 3 == 0)
                session.Events.Append(practice, new ExecutionFinished(practice, Guid.CreateVersion7(), null, null, null, null, null, null, null, $"{Canary} {day}", start.AddDays(day)));
            var entry = Guid.CreateVersion7();
            session.Events.StartStream<Entry>(entry, new JournalEntryWritten(entry, $"{Canary} in the morning of day {day}", Layer.Thinking, null, start.AddDays(day)));
        }

        await session.SaveChangesAsync(Ct);
    }

    // A table in whose headings are words.
    private async Task<ImportSummary> ImportAsync(IHost host, Author author, string day, bool isSaid = true)
    {
        var (file, map) = (Path.Combine(folder.FullName, "days.csv"), new Dictionary<string, string>());
        await File.WriteAllTextAsync(file, $"When,Quarrels with {Canary}\n{day},1\n", Ct);
        if (isSaid)
            map = new() { ["When"] = "date", [$"Quarrels with {Canary}"] = "habit" };
        return await Get<Imports>(host).RunAsync(author, new ImportJob(file, null, "csv", map, DryRun: false), null, Ct);
    }

    private static async Task<int> WriteAsync(IHost host, Author author, CancellationToken enough)
    {
        var written = 0;
        for (; !enough.IsCancellationRequested; written++)
            await RecordAsync(host, author, $"{Canary} on and on");
        return written;
    }

    private static async Task RecordAsync(IHost host, Author author, string text)
    {
        var result = await Get<Recorder>(host).RecordAsync(author, CommandKinds.Of<WriteEntry>(), new WriteEntry(text, null) { Id = Guid.CreateVersion7() }, null, Ct);
        Assert.Null(result.Refusal);
    }

    private static async Task<string[]> RecordedAsync(IHost host, Author author) => [.. (await Get<PersonEvents>(host).ReadAsync(author.Tenant, null, Ct)).Select(e => e.Type)];

    private static async Task<string> ExportAsync(IHost host, Author author)
    {
        using var written = new MemoryStream();
        await Get<JournalExport>(host).WriteAsync((await Get<PeopleRegistry>(host).FindAsync(author.Person, Ct))!, written, Ct);
        return System.Text.Encoding.UTF8.GetString(written.ToArray());
    }

    private static Task CatchUpAsync(IHost host) => Get<Projections>(host).RunAsync(Ct);

    private static Task<IReadOnlySet<Guid>> FoundAsync(IHost host, Author author, string words) => Get<WordSearch>(host).FindAsync(author.Tenant, words, Ct);

    // Every report, and every fact where words are of interest.
    private static async Task<string> FiguresAsync(IHost host, Author author, bool words = true)
    {
        var state = new ReplayedState(author.Person, await Get<PersonEvents>(host).ReadAsync(author.Tenant, null, Ct));
        if (words)
            return JsonSerializer.Serialize(new { state.FactsHash, state.Now.Reports });
        var facts = await Get<FactsReader>(host).ReadAsync(author.Person, null, Ct);
        var request = new ReportRequest { To = new DateOnly(2025, 12, 31) };
        var cycles = Journal.Reports.Cycles.CyclesReport.Of(author.Person, request, facts, Ct);
        return JsonSerializer.Serialize(new
        {
            Weeks = Journal.Reports.Alignment.AlignmentReport.Of(author.Person, request, facts, Ct).Weeks,
            Cycles = cycles.Practices.Select(practice => practice.Cycles),
            Facts = facts.All.Select(fact => new { fact.Id, fact.Kind, fact.Day, fact.Events }),
        });
    }

    private Task<long> SealedAsync(Author author) => AskAsync("select count(*) from journal.mt_events where tenant_id = $1 and data::text like '%u0001sealed%'", author);

    private async Task<string> StoredAsync(Author author) => await AskAsync<string>("select string_agg(data::text, ',' order by seq_id) from journal.mt_events where tenant_id = $1", author);

    private async Task RunAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private Task<long> AskAsync(string sql, Author author) => AskAsync<long>(sql, author);

    private async Task<T> AskAsync<T>(string sql, Author author)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        command.Parameters.Add(new() { Value = author.Tenant });
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
