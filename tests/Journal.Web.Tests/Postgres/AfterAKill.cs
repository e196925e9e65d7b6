namespace Journal.Web.Tests.Postgres;

public sealed class AfterAKill(TestPostgres postgres)
{
    [Fact]
    public async Task Of_the_server_what_was_committed_is_there()
    {
        using var home = await postgres.NewHomeAsync();
        await using var user = await Cluster.JoinAsync(home, durable: true);
        await Cluster.AskAsync(user, "create table kept as select 7 as n");
        await ServerProcess.Of(home)!.KillAsync();
        await using var next = await Cluster.JoinAsync(home, durable: true);
        Assert.Equal(7, await Cluster.AskAsync(next, "select n from kept"));
    }

    [Fact]
    public async Task Of_the_server_its_earlier_users_find_the_new_one_on_the_old_port()
    {
        using var home = await postgres.NewHomeAsync();
        await using var user = await Cluster.JoinAsync(home);
        await ServerProcess.Of(home)!.KillAsync();
        await using var next = await Cluster.JoinAsync(home);
        Assert.Equal(1, await Cluster.AskAsync(user, "select 1"));
    }

    [Fact]
    public async Task Of_its_starter_the_server_goes_on_and_the_next_to_leave_stops_it()
    {
        using var home = await postgres.NewHomeAsync();
        using var starter = ClusterProcess.Start(home.Path);
        await starter.AnswerAsync();
        var server = ServerProcess.Of(home);
        await starter.KillAsync();
        await using (var next = await Cluster.JoinAsync(home))
        {
            Assert.Equal(1, await Cluster.AskAsync(next, "select 1"));
            Assert.Equal(server, ServerProcess.Of(home));
        }
        Assert.Null(ServerProcess.Of(home));
    }

    [Fact]
    public async Task Of_its_starter_in_the_middle_of_the_first_start_the_next_succeeds()
    {
        using var home = new TestHome();
        for (var delay = 100; delay < 1000; delay += 300)
        {
            using var starter = ClusterProcess.Start(home.Path);
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            await starter.KillAsync();
        }
        await using var next = await Cluster.JoinAsync(home);
        Assert.Equal(1, await Cluster.AskAsync(next, "select 1"));
    }

    [Fact]
    public async Task A_process_number_that_now_belongs_to_another_is_not_taken_for_the_server()
    {
        using var home = await postgres.NewHomeAsync();
        await using var user = await Cluster.JoinAsync(home);
        var killed = await File.ReadAllLinesAsync(home.PidFile, TestContext.Current.CancellationToken);
        await ServerProcess.Of(home)!.KillAsync();
        killed[0] = $"{Environment.ProcessId}";
        await File.WriteAllLinesAsync(home.PidFile, killed, TestContext.Current.CancellationToken);
        await using var next = await Cluster.JoinAsync(home);
        Assert.Equal(1, await Cluster.AskAsync(next, "select 1"));
    }

    [Fact]
    public async Task The_terminals_signals_do_not_reach_the_server()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads the session from /proc.");
        using var home = await postgres.NewHomeAsync();
        using var starter = ClusterProcess.Start(home.Path);
        await starter.AnswerAsync();
        var server = ServerProcess.Of(home)!;
        Assert.Equal(server.Id, server.Session());
        await starter.LeaveAsync();
    }
}
