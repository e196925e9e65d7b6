using Journal.Entries;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Operations;
using Journal.Web.Sealing;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Erasing;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Store;
using Microsoft.Extensions.Hosting;

namespace Journal.Web.Tests.Sealing;

/// <summary>Over a journal that is there.</summary>
public sealed class TurningItOn(TestPostgres postgres) : AJournalWithAKey(postgres)
{
    private static readonly Guid Hash = Guid.Parse("6d1f7f0e-5a3b-9c11-b2f0-0c4f6a1d2e3f");

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

        Assert.NotEmpty(await Canaries.FindAsync(Database.SuperuserConnectionString, Canary));
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

        Assert.Empty(await Canaries.FindAsync(Database.SuperuserConnectionString, Canary));
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
        Assert.Empty(await Canaries.FindAsync(Database.SuperuserConnectionString, Canary));
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
    public async Task By_the_terminal_takes_the_same_key_or_says_what_is_missing()
    {
        (string, string)[] with = [("JOURNAL_DATABASE", Database.ConnectionString), ("JOURNAL_WORDS_KEY", KeyFile)];
        (string, string)[] without = [("JOURNAL_DATABASE", Database.ConnectionString), ("JOURNAL_WORDS_KEY", KeyFile + ".no")];
        Assert.False((await CallAsync(with, "keys", "show", "--json")).Json.GetProperty("encrypted").GetBoolean());
        Assert.Equal(0, (await CallAsync(with, "log", Canary)).ExitCode);
        var on = await CallAsync(with, "keys", "encrypt", "--json");
        Assert.Equal((true, 0), (on.Json.GetProperty("encrypted").GetBoolean(), on.Json.GetProperty("waiting").GetInt32()));
        Assert.Empty(await Canaries.FindAsync(Database.SuperuserConnectionString, Canary));
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

    private static async Task<int> WriteAsync(IHost host, Author author, CancellationToken enough)
    {
        var written = 0;
        for (; !enough.IsCancellationRequested; written++)
            await RecordAsync(host, author, $"{Canary} on and on");
        return written;
    }

    private Task<long> SealedAsync(Author author) => AskAsync<long>("select count(*) from journal.mt_events where tenant_id = $1 and data::text like '%u0001sealed%'", author);

    private async Task RunAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
