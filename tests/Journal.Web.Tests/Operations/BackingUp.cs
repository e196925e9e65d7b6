using Journal.Cli.Backup;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Operations;

public sealed class BackingUp(TestPostgres postgres) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-backup-");
    private TestDatabase database = null!;

    private string File => Path.Combine(folder.FullName, "it's a $journal.dump");

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewDatabaseAsync();
        await BackupPrograms.NeededAsync(database);
        Assert.Equal(0, (await RunAsync(database, "import", "events", Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", "founder.ndjson"))).ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Gives_a_file_that_comes_back_as_the_same_journal_elsewhere()
    {
        var written = await new Backups(database.ConnectionString, database.SuperuserConnectionString).WriteAsync(File, Ct);
        Assert.True(written.Checked);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        await using var other = await postgres.NewDatabaseAsync();
        var restored = await RunAsync(other, "restore", File, "--json");
        Assert.Equal((0, written.Events), (restored.ExitCode, restored.Json.GetProperty("events").GetInt64()));
        Assert.Equal((await RunAsync(database, "export")).Output, (await RunAsync(other, "export")).Output);
        Assert.Equal(0, (await RunAsync(other, "verify")).ExitCode);
    }

    [Fact]
    public async Task Is_whole_while_somebody_writes()
    {
        using var end = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
                await using (var insert = database.DataSource.CreateCommand($"insert into journal.mt_doc_audit (id, data) values (gen_random_uuid(), jsonb_build_object('At', now(), 'N', {i}))"))
                    await insert.ExecuteNonQueryAsync(CancellationToken.None);
        }, Ct);
        Assert.True((await new Backups(database.ConnectionString, database.SuperuserConnectionString).WriteAsync(File, Ct)).Checked);
        await end.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task Says_where_the_file_could_not_be_tried_out()
    {
        var ran = await RunAsync(database, "backup", File);
        Assert.Equal((0, true), (ran.ExitCode, ran.Output.Contains("Not tried out", StringComparison.Ordinal)));
        Assert.True(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Keeps_a_file_that_is_there_and_leaves_no_part_of_one()
    {
        await System.IO.File.WriteAllTextAsync(File, "mine", Ct);
        var ran = await RunAsync(database, "backup", File, "--json");
        Assert.Equal((3, "backup.file", "mine"), (ran.ExitCode, ran.Code, await System.IO.File.ReadAllTextAsync(File, Ct)));
        Assert.Equal("backup.file", (await RunAsync(database, "backup", Path.Combine(folder.FullName, "no", "such", "folder"), "--json")).Code);
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public async Task Never_comes_back_over_a_journal_and_never_by_halves()
    {
        await RunAsync(database, "backup", File);
        var over = await RunAsync(database, "restore", File, "--json");
        Assert.Equal((5, "restore.notempty"), (over.ExitCode, over.Code));
        var cut = Path.Combine(folder.FullName, "cut.dump");
        await System.IO.File.WriteAllBytesAsync(cut, (await System.IO.File.ReadAllBytesAsync(File, Ct))[..^2000], Ct);
        await using var other = await postgres.NewDatabaseAsync();
        var half = await RunAsync(other, "restore", cut, "--json");
        Assert.Equal((6, "backup.failed"), (half.ExitCode, half.Code));
        await using var there = other.DataSource.CreateCommand("select to_regclass('journal.mt_events') is null");
        Assert.Equal(true, await there.ExecuteScalarAsync(Ct));
        Assert.Equal((4, "restore.nofile"), (await RunAsync(other, "restore", cut + "x", "--json")) is var none ? (none.ExitCode, none.Code) : default);
    }

    [Fact]
    public async Task Daily_keeps_the_newest_fourteen_and_nothing_of_others()
    {
        var now = new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero);
        string At(int daysAgo) => Path.Combine(folder.FullName, $"journal-{now.AddDays(-daysAgo):yyyy-MM-dd'T'HHmm}.dump");
        for (var day = 1; day <= 20; day++)
            await System.IO.File.WriteAllTextAsync(At(day), "", Ct);
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder.FullName, "journal-mine.dump"), "", Ct);
        var backups = new Backups(database.ConnectionString, database.SuperuserConnectionString);
        await backups.KeepOneAsync(folder.FullName, now, Ct);
        await backups.KeepOneAsync(folder.FullName, now.AddHours(23), Ct);
        Assert.Equal(
            Enumerable.Range(0, 14).Select(At).Append(Path.Combine(folder.FullName, "journal-mine.dump")).Order(StringComparer.Ordinal),
            folder.GetFiles().Select(file => file.FullName).Order(StringComparer.Ordinal));
    }

    private static Task<Ran> RunAsync(TestDatabase on, params string[] args) => InThisProcess.RunAsync(on.ConnectionString, args[0] is "backup" or "restore" or "verify" ? args : [.. args, "--person", "founder"]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
