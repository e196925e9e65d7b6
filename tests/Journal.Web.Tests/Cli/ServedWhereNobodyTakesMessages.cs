using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

public sealed class ServedWhereNobodyTakesMessages(TestPostgres postgres)
{
    [Fact]
    public async Task Answers_on_when_the_pipe_is_full()
    {
        using var home = await postgres.NewHomeAsync();
        // Each request is dozens of lines by this, and a pipe holds 64 KiB.
        using var server = await ServedProcess.StartUnheardAsync(home.Path, ("Logging__LogLevel__Default", "Trace"));
        using var http = new HttpClient { BaseAddress = server.Address };
        for (var n = 0; n < 500; n++)
            Assert.True((await http.GetAsync("health/live", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        // Before it ends it starts programs, for which .NET waits until the console was written to.
        server.TakeMessages();
        await server.StopAsync();
    }
}
