namespace Journal.Web.Tests.Postgres;

public sealed class SharingACluster(TestPostgres postgres)
{
    [Fact]
    public async Task Processes_that_start_at_once_on_a_new_home_get_one_server()
    {
        using var home = new TestHome();
        using var one = ClusterProcess.Start(home.Path);
        using var two = ClusterProcess.Start(home.Path);
        using var three = ClusterProcess.Start(home.Path);
        var first = await one.AnswerAsync();
        Assert.StartsWith("Host=127.0.0.1", first, StringComparison.Ordinal);
        Assert.Equal([first, first], [await two.AnswerAsync(), await three.AnswerAsync()]);
        await one.LeaveAsync();
        await two.LeaveAsync();
        await three.LeaveAsync();
    }

    [Fact]
    public async Task The_server_outlives_all_but_the_last_to_leave()
    {
        using var home = await postgres.NewHomeAsync();
        using var starter = ClusterProcess.Start(home.Path);
        using var joiner = ClusterProcess.Start(home.Path);
        await starter.AnswerAsync();
        var database = await joiner.AnswerAsync();
        await starter.LeaveAsync();
        Assert.Equal(1, await Cluster.AskAsync(database, "select 1"));
        await joiner.LeaveAsync();
        Assert.Null(ServerProcess.Of(home));
    }

    [Fact]
    public async Task Root_of_a_container_finds_the_server_that_runs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv"), "Needs root, to give rights up.");
        using var home = await postgres.NewHomeAsync();
        await using var cluster = await Cluster.JoinAsync(home);
        var server = ServerProcess.Of(home);
        using var joiner = ClusterProcess.StartAsInAContainer(home.Path);
        Assert.Equal(cluster.ConnectionString, await joiner.AnswerAsync());
        await joiner.LeaveAsync();
        Assert.Equal(server, ServerProcess.Of(home));
    }

    [Fact]
    public async Task Two_users_in_one_process_count_as_two()
    {
        using var home = await postgres.NewHomeAsync();
        await using var other = await Cluster.JoinAsync(home);
        await (await Cluster.JoinAsync(home)).DisposeAsync();
        Assert.Equal(1, await Cluster.AskAsync(other, "select 1"));
    }

    [Fact]
    public async Task A_second_start_keeps_the_data_and_the_port()
    {
        using var home = await postgres.NewHomeAsync();
        string before;
        await using (var cluster = await Cluster.JoinAsync(home))
        {
            before = cluster.ConnectionString;
            await Cluster.AskAsync(cluster, "create table kept as select 7 as n");
        }
        await using var again = await Cluster.JoinAsync(home);
        Assert.Equal(before, again.ConnectionString);
        Assert.Equal(7, await Cluster.AskAsync(again, "select n from kept"));
    }

    [Fact]
    public async Task A_port_that_somebody_took_is_replaced()
    {
        using var home = await postgres.NewHomeAsync();
        using var somebody = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        somebody.Start();
        var taken = ((System.Net.IPEndPoint)somebody.LocalEndpoint).Port;
        await File.WriteAllTextAsync(home.Port, $"{taken}", TestContext.Current.CancellationToken);
        await using var again = await Cluster.JoinAsync(home);
        Assert.DoesNotContain($"Port={taken};", again.ConnectionString, StringComparison.Ordinal);
        Assert.Equal(1, await Cluster.AskAsync(again, "select 1"));
    }
}
