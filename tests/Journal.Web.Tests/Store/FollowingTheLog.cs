using Journal.Web.Operations;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.Store;

/// <summary>Numbers of the log are drawn before they are committed. The projections pass over no number whose writer may still commit, and wait for none that never will.</summary>
public sealed class FollowingTheLog(TestPostgres postgres)
{
    [Fact]
    public async Task A_number_whose_writer_is_alive_is_not_passed()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await using var node = await DaemonHost.StartAsync(database);
        var tenant = await node.NewPersonAsync();
        await using var slow = await HeldDraw.OpenAsync(database.ConnectionString);
        await node.WriteAsync(tenant);
        await Task.Delay(2000, Ct);
        Assert.All(await node.ReachedAsync(), position => Assert.True(position < slow.Number));
        Assert.Equal(0, await node.SeenAsync(tenant));

        await slow.InsertAsync(tenant);
        await slow.Transaction.CommitAsync(Ct);
        await node.CatchUpAsync();
        Assert.Equal(2, await node.SeenAsync(tenant));
        await IsKeptAsync(node, tenant);
    }

    [Fact]
    public async Task A_number_that_was_rolled_back_is_passed()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await using var node = await DaemonHost.StartAsync(database);
        var tenant = await node.NewPersonAsync();
        await using (var slow = await HeldDraw.OpenAsync(database.ConnectionString))
        {
            await node.WriteAsync(tenant);
            await slow.Transaction.RollbackAsync(Ct);
        }

        await node.CatchUpAsync();
        Assert.Equal(1, await node.SeenAsync(tenant));
    }

    [Fact]
    public async Task A_number_of_a_writer_that_is_killed_is_passed()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await using var node = await DaemonHost.StartAsync(database);
        var tenant = await node.NewPersonAsync();
        await using var slow = await HeldDraw.OpenAsync(database.ConnectionString);
        var backend = await slow.ExecuteAsync("select pg_backend_pid()");
        await node.WriteAsync(tenant);
        await AskAsync(database.SuperuserConnectionString, $"select pg_terminate_backend({backend})");
        await node.CatchUpAsync();
        Assert.Equal(1, await node.SeenAsync(tenant));
    }

    [Fact]
    public async Task Among_commits_and_rollbacks_in_any_order_all_that_was_committed_is_kept()
    {
        const int seed = 20260301;
        await using var database = await postgres.NewJournalDatabaseAsync();
        await using var node = await DaemonHost.StartAsync(database);
        var tenant = await node.NewPersonAsync();
        var committed = (await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => WriteAsync(database, tenant, new Random(seed + writer), LongRun.IsOn ? 400 : 25)))).Sum();
        await node.CatchUpAsync();
        Assert.Equal(committed, await node.SeenAsync(tenant));
        await IsKeptAsync(node, tenant);
    }

    [Fact]
    public async Task Two_nodes_share_the_work_and_what_one_leaves_the_other_takes_up()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        var first = await DaemonHost.StartAsync(database);
        await using var second = await DaemonHost.StartAsync(database);
        var tenant = await first.NewPersonAsync();
        for (var n = 0; n < 20; n++)
            await (n % 2 == 0 ? first : second).WriteAsync(tenant, $"{n}");
        await first.DisposeAsync();
        for (var n = 20; n < 40; n++)
            await second.WriteAsync(tenant, $"{n}");
        await second.CatchUpAsync();
        Assert.Equal(40, await second.SeenAsync(tenant));
        await IsKeptAsync(second, tenant);
    }

    [Fact]
    public async Task Connections_that_are_cut_are_opened_again()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await using var node = await DaemonHost.StartAsync(database);
        var tenant = await node.NewPersonAsync();
        for (var n = 0; n < 3; n++)
        {
            await AskAsync(database.SuperuserConnectionString, "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            await Eventually.SeesAsync(() => TryAsync(() => node.WriteAsync(tenant, $"{n}")), done => done);
        }

        await node.CatchUpAsync();
        Assert.Equal(3, await node.SeenAsync(tenant));
        await IsKeptAsync(node, tenant);
    }

    [Fact]
    public async Task A_rebuild_beside_writers_and_a_running_node_loses_nothing()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await using var node = await DaemonHost.StartAsync(database);
        var tenant = await node.NewPersonAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writing = Task.Run(async () =>
        {
            var written = 0;
            for (; !stop.IsCancellationRequested; written++)
                await node.WriteAsync(tenant);
            return written;
        }, Ct);
        for (var n = 0; n < 3; n++)
            await node.Get<Projections>().RebuildAsync(null, Ct);
        await stop.CancelAsync();
        var count = await writing;
        await node.CatchUpAsync();
        Assert.Equal(count, await node.SeenAsync(tenant));
        await IsKeptAsync(node, tenant);
    }

    private static async Task IsKeptAsync(DaemonHost node, string tenant)
    {
        var (kept, replayed) = await node.ComparedAsync(tenant);
        Assert.Equal(replayed, kept);
    }

    private static async Task<int> WriteAsync(TestDatabase database, string tenant, Random random, int rounds)
    {
        var committed = 0;
        for (var n = 0; n < rounds; n++)
        {
            await using var draw = await HeldDraw.OpenAsync(database.ConnectionString);
            await Task.Delay(random.Next(20), Ct);
            var writes = random.Next(4) > 0;
            if (writes)
                await draw.InsertAsync(tenant);
            await Task.Delay(random.Next(20), Ct);
            var commits = random.Next(4) > 0;
            await (commits ? draw.Transaction.CommitAsync(Ct) : draw.Transaction.RollbackAsync(Ct));
            committed += writes && commits ? 1 : 0;
        }

        return committed;
    }

    private static async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception cut) when (cut is NpgsqlException || cut.InnerException is NpgsqlException)
        {
            return false;
        }
    }

    private static Task<object?> AskAsync(string connectionString, string sql) => Cluster.AskAsync(connectionString, sql);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
