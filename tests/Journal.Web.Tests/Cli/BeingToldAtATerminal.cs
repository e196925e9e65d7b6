using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

/// <summary>Reminders and notices at a terminal.</summary>
public sealed class BeingToldAtATerminal(TestPostgres postgres)
{
    [Fact]
    public async Task Reminders_are_set_listed_put_off_and_taken_away()
    {
        await using var database = await postgres.NewDatabaseAsync();
        await RunAsync("practice", "adopt", "Write");
        Assert.Equal(["sat", "sun"], (await RunAsync("remind", "set", "Write", "7:30", "--on", "sun,sat", "--json")).Json.GetProperty("reminders")[0].GetProperty("days").EnumerateArray().Select(day => day.GetString()));
        await RunAsync("remind", "set", "review", "18:00");
        await RunAsync("remind", "quiet", "22:00", "07:00");
        var list = (await RunAsync("remind", "list", "--json")).Json;
        Assert.Equal((2, "07:00"), (list.GetProperty("reminders").GetArrayLength(), list.GetProperty("quiet").GetProperty("until").GetString()));
        await RunAsync("remind", "snooze", "review", "--minutes", "10");
        Assert.Equal(1, (await RunAsync("remind", "remove", "Write", "--json")).Json.GetProperty("reminders").GetArrayLength());
        Assert.Empty((await RunAsync("notices", "--json")).Json.GetProperty("notices").EnumerateArray());
        Assert.Equal((3, "time.invalid"), Refused(await InThisProcess.RunAsync(database.ConnectionString, "remind", "set", "review", "noon", "--json")));
        Assert.Equal((4, "reminder.unknown"), Refused(await InThisProcess.RunAsync(database.ConnectionString, "remind", "remove", "Write", "--json")));
        Assert.Equal((3, "count.range"), Refused(await InThisProcess.RunAsync(database.ConnectionString, "watch", "--count", "0", "--json")));

        async Task<Ran> RunAsync(params string[] args)
        {
            var ran = await InThisProcess.RunAsync(database.ConnectionString, args);
            Assert.True(ran.ExitCode == 0, ran.Output + ran.Messages);
            return ran;
        }

        static (int, string) Refused(Ran ran) => (ran.ExitCode, ran.Code);
    }

    [Fact]
    public async Task What_is_recorded_is_seen_line_by_line_as_a_server_settles_it()
    {
        await using var database = await postgres.NewDatabaseAsync();
        await JournalHost.PrepareAsync(database.DataSource, TestContext.Current.CancellationToken);
        await using var server = await Store.DaemonHost.StartAsync(database);
        var tenant = await server.NewPersonAsync("me");
        await server.WriteAsync(tenant);
        await server.WriteAsync(tenant);
        var ran = await InThisProcess.RunAsync(database.ConnectionString, "watch", "--after", "0", "--count", "2");
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(2, ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains("entry_written", StringComparison.Ordinal)));
    }
}
