using Journal.Postgres;

namespace Journal.Web.Tests.Postgres;

public sealed class AStartThatCannotBe(TestPostgres postgres)
{
    [Fact]
    public async Task For_want_of_PostgreSQL_names_the_three_ways_out()
    {
        using var home = new TestHome();
        using var user = ClusterProcess.Start(home.Path, binaries: home.Path);
        var words = await user.LastWordsAsync();
        Assert.StartsWith("postgres.notfound: ", words, StringComparison.Ordinal);
        Assert.All(["apt-get install", "JOURNAL_PG_BIN", "JOURNAL_DATABASE", "docker compose"], way => Assert.Contains(way, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_the_data_of_another_version_names_both_versions()
    {
        using var home = await postgres.NewHomeAsync();
        await File.WriteAllTextAsync(Path.Combine(home.Data, "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);
        var refused = await RefusedAsync(home);
        Assert.Equal("postgres.version", refused.Code);
        Assert.Contains("made by PostgreSQL 9,", refused.Message, StringComparison.Ordinal);
        Assert.Matches("Found: 1[5-8] in ", refused.Message);
    }

    [Fact]
    public async Task Shows_the_end_of_the_servers_log()
    {
        using var home = await postgres.NewHomeAsync();
        await File.AppendAllTextAsync(Path.Combine(home.Data, "postgresql.conf"), "\nno_such_setting = 1\n", TestContext.Current.CancellationToken);
        var refused = await RefusedAsync(home);
        Assert.Equal("postgres.start", refused.Code);
        Assert.Contains("no_such_setting", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_lost_password_says_which_file_is_missing()
    {
        using var home = await postgres.NewHomeAsync();
        File.Delete(Path.Combine(home.Path, "postgres", "password"));
        Assert.Equal("home.password", (await RefusedAsync(home)).Code);
    }

    [Fact]
    public async Task In_a_home_that_the_servers_account_cannot_enter_names_the_folder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root runs the server as another account.");
        using var closed = new TestHome();
        var home = Directory.CreateDirectory(Path.Combine(closed.Path, "home")).FullName;
        var refused = await Assert.ThrowsAsync<PostgresClusterException>(() => PostgresCluster.StartAsync(new() { Home = home }, TestContext.Current.CancellationToken));
        Assert.Equal("home.unreachable", refused.Code);
        Assert.Contains(home, refused.Message, StringComparison.Ordinal);
    }

    private static Task<PostgresClusterException> RefusedAsync(TestHome home) =>
        Assert.ThrowsAsync<PostgresClusterException>(() => Cluster.JoinAsync(home));
}
