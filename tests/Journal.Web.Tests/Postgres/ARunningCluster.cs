namespace Journal.Web.Tests.Postgres;

public sealed class ARunningCluster(TestPostgres postgres)
{
    [Fact]
    public async Task Opens_no_door_but_loopback_with_a_password()
    {
        using var home = await postgres.NewHomeAsync();
        await using var cluster = await Cluster.JoinAsync(home);
        Assert.Equal("127.0.0.1", await Cluster.AskAsync(cluster, "show listen_addresses"));
        Assert.Equal("", await Cluster.AskAsync(cluster.SuperuserConnectionString, "show unix_socket_directories"));
        Assert.Equal(0L, await Cluster.AskAsync(cluster.SuperuserConnectionString, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"));
    }

    [Fact]
    public async Task Is_durable()
    {
        using var home = await postgres.NewHomeAsync();
        await using var cluster = await Cluster.JoinAsync(home, durable: true);
        Assert.Equal("on on on", await Cluster.AskAsync(cluster, "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'))"));
    }

    [Fact]
    public async Task Writes_nobodys_words_into_the_log()
    {
        using var home = await postgres.NewHomeAsync();
        await using var cluster = await Cluster.JoinAsync(home);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Cluster.AskAsync(cluster, "select 'a private thought'::int"));
        Assert.DoesNotContain("private thought", await File.ReadAllTextAsync(home.Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
