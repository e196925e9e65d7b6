namespace Journal.IntegrationTests.Postgres;

public sealed class TheFirstStart
{
    [Fact]
    public async Task Makes_a_database_that_the_journal_owns()
    {
        using var home = new TestHome();
        await using var cluster = await Cluster.JoinAsync(home);
        Assert.Equal("journal", await Cluster.AskAsync(cluster, "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"));
    }

    [Fact]
    public async Task Opens_no_door_but_loopback_with_a_password()
    {
        using var home = new TestHome();
        await using var cluster = await Cluster.JoinAsync(home);
        Assert.Equal("127.0.0.1", await Cluster.AskAsync(cluster, "show listen_addresses"));
        Assert.Equal("", await Cluster.AskAsync(cluster.SuperuserConnectionString, "show unix_socket_directories"));
        Assert.Equal(0L, await Cluster.AskAsync(cluster.SuperuserConnectionString, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"));
    }

    [Fact]
    public async Task Keeps_the_password_from_other_accounts()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes; the folder's access list guards it there.");
            return;
        }
        using var home = new TestHome();
        await using var cluster = await Cluster.JoinAsync(home);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(home.Path, "postgres", "password")));
    }

    [Fact]
    public async Task Is_durable()
    {
        using var home = new TestHome();
        await using var cluster = await Cluster.JoinAsync(home);
        Assert.Equal("on on on", await Cluster.AskAsync(cluster, "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'))"));
    }

    [Fact]
    public async Task Half_done_leaves_nothing_in_the_way_of_the_next()
    {
        using var home = new TestHome();
        Directory.CreateDirectory(home.Data + ".new-killed");
        await File.WriteAllTextAsync(Path.Combine(home.Data + ".new-killed", "PG_VERSION"), "15");
        await File.WriteAllTextAsync(Path.Combine(home.Path, "postgres", "password.new"), "half");
        await using var cluster = await Cluster.JoinAsync(home);
        Assert.Equal(1, await Cluster.AskAsync(cluster, "select 1"));
        Assert.Empty(Directory.EnumerateDirectories(Path.GetDirectoryName(home.Data)!, "data.new-*"));
    }

    [Fact]
    public async Task Writes_nobodys_words_into_the_log()
    {
        using var home = new TestHome();
        await using var cluster = await Cluster.JoinAsync(home);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Cluster.AskAsync(cluster, "select 'a private thought'::int"));
        Assert.DoesNotContain("private thought", await File.ReadAllTextAsync(home.Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
