using System.Diagnostics;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Sealing;

/// <summary>Everything that a server and its PostgreSQL wrote to the disk: tables, indexes, the write-ahead log, logs, keys.</summary>
public sealed class FilesOfAServerThatEncrypts(TestPostgres postgres)
{
    [Fact]
    public async Task Hold_no_word_of_what_was_written_and_do_hold_what_is_plain()
    {
        const string secret = "quarrelsome-heron-7741";
        const string handle = "plain-kingfisher-52";
        using var home = await postgres.NewHomeAsync();
        using (var server = await ServedProcess.StartAsync(home.Path, ("JOURNAL_ENCRYPT_WORDS", "yes"), ("JOURNAL_PERSON", handle)))
        {
            await TypeAsync("log", $"I met the {secret} again");
            await TypeAsync("aim", "set", $"No more {secret}");
            Assert.Contains(secret, await TypeAsync("history"), StringComparison.Ordinal);
            await server.StopAsync();
        }

        Assert.NotEmpty(home.FilesWith(handle));
        Assert.Empty(home.FilesWith(secret));

        async Task<string> TypeAsync(params string[] line)
        {
            using var process = Process.Start(JournalProcess.Call([("JOURNAL_HOME", home.Path), ("JOURNAL_PERSON", handle)], line))!;
            var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return said;
        }
    }
}
