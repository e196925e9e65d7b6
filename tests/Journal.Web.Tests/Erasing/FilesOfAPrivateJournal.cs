using System.Diagnostics;
using System.Text.Json;
using Journal.Postgres;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.Erasing;

/// <summary>Everything on the disk of a journal whose PostgreSQL is its own, and whose words are not encrypted: tables, indexes, samples of columns, the write-ahead log.</summary>
public sealed class FilesOfAPrivateJournal(TestPostgres postgres)
{
    private const string Canary = "unrepeatable-plover-2209";

    [Fact]
    public async Task Hold_no_word_that_was_erased_without_a_server()
    {
        using var home = await postgres.NewHomeAsync();
        var entry = await LogAsync(home, Canary);
        await LogAsync(home, "kept-grebe-118");
        await SampleAsync(home);
        Assert.NotEmpty(home.FilesWith(Canary));

        Assert.Equal(0, (await RunAsync(home, "erase", entry.ToString("D"))).ExitCode);

        Assert.Empty(home.FilesWith(Canary));
        Assert.NotEmpty(home.FilesWith("kept-grebe-118"));
        Assert.Contains("kept-grebe-118", (await RunAsync(home, "history")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_nothing_of_a_person_whom_a_server_erased()
    {
        using var home = await postgres.NewHomeAsync();
        using var server = await ServedProcess.StartAsync(home.Path);
        await LogAsync(home, "kept-grebe-118");
        await LogAsync(home, Canary, "--person", "brigid-of-the-moor");
        await SampleAsync(home);

        Assert.Equal(0, (await RunAsync(home, "person", "erase", "brigid-of-the-moor", "--now", "--yes")).ExitCode);
        Assert.Contains("kept-grebe-118", (await RunAsync(home, "history")).Output, StringComparison.Ordinal);
        await server.StopAsync();

        Assert.Empty(home.FilesWith(Canary));
        Assert.Empty(home.FilesWith("brigid-of-the-moor"));
        Assert.NotEmpty(home.FilesWith("kept-grebe-118"));
    }

    [Fact]
    public async Task Hold_no_word_in_plain_once_all_are_encrypted()
    {
        using var home = await postgres.NewHomeAsync();
        await LogAsync(home, Canary);
        await SampleAsync(home);
        Assert.NotEmpty(home.FilesWith(Canary));

        Assert.Equal(0, (await RunAsync(home, "keys", "encrypt")).ExitCode);

        Assert.Empty(home.FilesWith(Canary));
        Assert.Contains(Canary, (await RunAsync(home, "history")).Output, StringComparison.Ordinal);
        Assert.Empty(home.FilesWith(Canary));
    }

    // What PostgreSQL does by itself at some time: the samples hold whole texts.
    private static async Task SampleAsync(TestHome home)
    {
        await using var cluster = await PostgresCluster.StartAsync(new() { Home = home.Path, Durable = false }, Ct);
        await using var db = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(cluster.SuperuserConnectionString) { Database = "journal", Pooling = false });
        await using var analyze = db.CreateCommand("analyze");
        await analyze.ExecuteNonQueryAsync(Ct);
        await using var flush = db.CreateCommand("checkpoint");
        await flush.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<Guid> LogAsync(TestHome home, string text, params string[] more)
    {
        var (exitCode, output) = await RunAsync(home, ["log", text, "--json", .. more]);
        Assert.Equal(0, exitCode);
        return JsonDocument.Parse(output).RootElement.GetProperty("id").GetGuid();
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(TestHome home, params string[] line)
    {
        using var process = Process.Start(JournalProcess.Call([("JOURNAL_HOME", home.Path)], line))!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, output);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
