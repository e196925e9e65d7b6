namespace Journal.Web.Tests.Postgres;

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
}
