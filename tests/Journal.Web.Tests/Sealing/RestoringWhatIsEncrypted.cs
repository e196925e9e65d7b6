using System.Diagnostics;
using System.Text.Json;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Sealing;

public sealed class RestoringWhatIsEncrypted(TestPostgres postgres) : IAsyncLifetime
{
    private const string Canary = "unmistakable-dunlin-3350";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-restore-");
    private TestDatabase from = null!;
    private TestDatabase to = null!;

    private string Backup => Path.Combine(folder.FullName, "journal.dump");

    public async ValueTask InitializeAsync()
    {
        (from, to) = (await postgres.NewDatabaseAsync(), await postgres.NewDatabaseAsync());
        await BackupPrograms.NeededAsync(from);
        await MustAsync(from, "own.key", "log", Canary);
        await MustAsync(from, "own.key", "keys", "encrypt");
        await MustAsync(from, "own.key", "backup", Backup);
    }

    public async ValueTask DisposeAsync()
    {
        await from.DisposeAsync();
        await to.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_comes_back_is_encrypted_and_with_the_key_it_is_the_same_journal()
    {
        await MustAsync(to, "own.key", "restore", Backup);
        Assert.Equal(await MustAsync(from, "own.key", "export"), await MustAsync(to, "own.key", "export"));
        Assert.Contains(Canary, await MustAsync(to, "own.key", "history"), StringComparison.Ordinal);
        await using var plain = to.DataSource.CreateCommand($"select count(*) from journal.mt_events where data::text like '%{Canary}%'");
        Assert.Equal(0L, await plain.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_restored()
    {
        Assert.Equal((3, "words.key-missing"), await RefusedAsync("none.key"));
        await IsEmptyAsync();
    }

    [Fact]
    public async Task With_another_key_nothing_is_restored()
    {
        await using var other = await postgres.NewDatabaseAsync();
        await MustAsync(other, "other.key", "keys", "encrypt");
        Assert.Equal((3, "words.key-wrong"), await RefusedAsync("other.key"));
        await IsEmptyAsync();
    }

    // Once the right key is there, it can be had.
    private async Task IsEmptyAsync()
    {
        await using var there = to.DataSource.CreateCommand("select to_regnamespace('journal') is null");
        Assert.Equal(true, await there.ExecuteScalarAsync(Ct));
        await MustAsync(to, "own.key", "restore", Backup);
    }

    private async Task<(int ExitCode, string Code)> RefusedAsync(string key)
    {
        var (exitCode, output) = await RunAsync(to, key, "restore", Backup, "--json");
        return (exitCode, JsonDocument.Parse(output).RootElement.GetProperty("error").GetProperty("code").GetString()!);
    }

    private async Task<string> MustAsync(TestDatabase on, string key, params string[] line)
    {
        var (exitCode, output) = await RunAsync(on, key, line);
        Assert.Equal(0, exitCode);
        return output;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(TestDatabase on, string key, params string[] line)
    {
        using var process = Process.Start(JournalProcess.Call([("JOURNAL_DATABASE", on.ConnectionString), ("JOURNAL_WORDS_KEY", Path.Combine(folder.FullName, key)), ("JOURNAL_PERSON", "demo")], line))!;
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, output);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
