using System.Diagnostics;
using Npgsql;

namespace Journal.Web.Tests.Postgres;

/// <summary>A server that somebody keeps running.</summary>
public sealed class AWatchedServer(TestPostgres postgres)
{
    [Fact]
    public async Task Is_there_again_on_the_same_port_after_each_kill()
    {
        using var home = await postgres.NewHomeAsync();
        await using var user = await Cluster.JoinAsync(home, durable: true);
        await Cluster.AskAsync(user, "create table kept (n int)");
        using var end = new CancellationTokenSource();
        var said = new List<string>();
        var keeping = user.KeepRunningAsync(said.Add, end.Token);
        for (var round = 1; round <= 3; round++)
        {
            await Cluster.AskAsync(user, $"insert into kept values ({round})");
            await ServerProcess.Of(home)!.KillAsync();
            Assert.Equal((long)round, await ComesBackAsync(user.ConnectionString));
        }

        await end.CancelAsync();
        await keeping;
        Assert.Equal(3, said.Count);
        Assert.DoesNotContain(said, what => what.Contains(new NpgsqlConnectionStringBuilder(user.ConnectionString).Password!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_cannot_start_is_tried_again_until_it_can()
    {
        using var home = await postgres.NewHomeAsync();
        await using var user = await Cluster.JoinAsync(home, durable: true);
        var settings = Path.Combine(home.Data, "postgresql.conf");
        var whole = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(settings, whole + "\nno_such_setting = 1\n", TestContext.Current.CancellationToken);
        await ServerProcess.Of(home)!.KillAsync();
        using var end = new CancellationTokenSource();
        var failed = new TaskCompletionSource();
        var keeping = user.KeepRunningAsync(what => failed.TrySetResult(), end.Token);
        await failed.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(settings, whole, TestContext.Current.CancellationToken);
        Assert.Equal(1, await ComesBackAsync(user.ConnectionString, "select 1"));
        await end.CancelAsync();
        await keeping;
    }

    private static async Task<object?> ComesBackAsync(string connectionString, string sql = "select count(*) from kept")
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await Cluster.AskAsync(connectionString, sql);
            }
            catch (NpgsqlException) when (waited.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }
}
