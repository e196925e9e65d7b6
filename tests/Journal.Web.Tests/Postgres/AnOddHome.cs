using System.Runtime.Versioning;
using Journal.Postgres;

namespace Journal.Web.Tests.Postgres;

/// <summary>A home that a power cut, a full disk, a restored backup or somebody's taste in names left in an odd state.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class AnOddHome(TestPostgres postgres)
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n\n")]
    [InlineData("what")]
    [InlineData("-1\n/nowhere\n0\n-1\n\n127.0.0.1\n\nready\n")]
    [InlineData("99999999999999\nx\ny\nz\n")]
    [InlineData("1\n/\n0\n5432\n\n127.0.0.1\n\nready\n")]
    public async Task With_a_pid_file_that_says_nothing_starts(string content)
    {
        using var home = await postgres.NewHomeAsync();
        await File.WriteAllTextAsync(home.PidFile, content, TestContext.Current.CancellationToken);
        await using var user = await Cluster.JoinAsync(home);
        Assert.Equal(1, await Cluster.AskAsync(user, "select 1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a port")]
    [InlineData("99999999")]
    [InlineData("-5")]
    [InlineData("0")]
    public async Task With_a_port_file_that_holds_no_port_starts(string content)
    {
        using var home = await postgres.NewHomeAsync();
        await File.WriteAllTextAsync(home.Port, content, TestContext.Current.CancellationToken);
        await using var user = await Cluster.JoinAsync(home);
        Assert.Equal(1, await Cluster.AskAsync(user, "select 1"));
    }

    [Theory]
    [InlineData("a$HOME")]
    [InlineData("a b  c")]
    [InlineData("quote\"d")]
    [InlineData("it's")]
    [InlineData("back`tick`")]
    [InlineData("back\\slash")]
    [InlineData("%d %s")]
    [InlineData("-D")]
    [InlineData("ümlaut 日本")]
    [InlineData("semi;colon & | > < * ? ( ) ! ~ #")]
    public async Task With_any_name_that_the_file_system_takes_works(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere some characters are refused by name.");
        using var parent = new TestHome();
        File.SetUnixFileMode(parent.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        var home = Directory.CreateDirectory(Path.Combine(parent.Path, name), (UnixFileMode)Convert.ToInt32("755", 8)).FullName;
        await using var user = await PostgresCluster.StartAsync(new() { Home = home, Durable = false }, TestContext.Current.CancellationToken);
        Assert.Equal(1, await Cluster.AskAsync(user, "select 1"));
    }

    [Fact]
    public async Task With_a_line_break_in_its_name_is_refused()
    {
        using var parent = new TestHome();
        var refused = await Assert.ThrowsAsync<PostgresClusterException>(() =>
            PostgresCluster.StartAsync(new() { Home = Path.Combine(parent.Path, "two\nlines") }, TestContext.Current.CancellationToken));
        Assert.Equal("home.name", refused.Code);
    }

    [Fact]
    public async Task Whose_password_others_may_read_is_closed_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes there.");
        using var home = await postgres.NewHomeAsync();
        var password = Path.Combine(home.Path, "postgres", "password");
        File.SetUnixFileMode(password, (UnixFileMode)Convert.ToInt32("644", 8));
        await using var user = await Cluster.JoinAsync(home);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(password));
    }

    [Theory]
    [InlineData("password", "", "home.password")]
    [InlineData("password", "hunter2", "home.password")]
    [InlineData("data/PG_VERSION", "", "home.damaged")]
    [InlineData("data/PG_VERSION", "fifteen", "home.damaged")]
    public async Task With_a_torn_file_is_refused_by_its_name(string file, string content, string code)
    {
        using var home = await postgres.NewHomeAsync();
        var path = Path.Combine(home.Path, "postgres", file);
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<PostgresClusterException>(() => Cluster.JoinAsync(home));
        Assert.Equal(code, refused.Code);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }
}
