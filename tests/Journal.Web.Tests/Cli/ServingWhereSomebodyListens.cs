using System.Net;
using System.Net.Sockets;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

public sealed class ServingWhereSomebodyListens(JournalOnASocket journal, TestPostgres postgres) : IClassFixture<JournalOnASocket>
{
    [Fact]
    public async Task Another_program_is_named_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var refused = await ServeAsync($"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}", answer: other.AcceptTcpClientAsync);
        Assert.Equal((9, 1), (refused.ExitCode, Lines(refused)));
        Assert.Contains("[url.taken]", refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_is_known_as_one()
    {
        var refused = await ServeAsync(journal.Address.ToString().TrimEnd('/'));
        Assert.Equal((10, 1), (refused.ExitCode, Lines(refused)));
        Assert.Contains("[journal.running]", refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        var refused = await ServeAsync("nowhere");
        Assert.Equal((3, 1), (refused.ExitCode, Lines(refused)));
        Assert.Contains("[url.invalid]", refused.Messages, StringComparison.Ordinal);
    }

    // Whoever listens there hangs up at once, so that nobody waits for an answer.
    private async Task<Ran> ServeAsync(string url, Func<Task<TcpClient>>? answer = null)
    {
        await using var database = await postgres.NewDatabaseAsync();
        var hangUp = answer is null ? Task.CompletedTask : answer().ContinueWith(client => client.Result.Dispose(), TaskScheduler.Default);
        var ran = await JournalProcess.RunAsync(database.ConnectionString, "serve", "--url", url);
        await hangUp;
        return ran;
    }

    private static int Lines(Ran ran) => (ran.Output + ran.Messages).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
