using System.Net;
using System.Net.Sockets;
using System.Text;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Http;

public sealed class UnderStrain(TestPostgres postgres)
{
    [Fact]
    public async Task Requests_beyond_the_bound_are_told_to_come_back_and_health_is_not_among_them()
    {
        await using var journal = await StartAsync(new() { ParallelRequests = 1, WaitingRequests = 1 });
        var me = await journal.NewPersonAsync();
        await using var held = await HoldCredentialsAsync(journal);
        var asked = Enumerable.Range(0, 8).Select(_ => me.GetAsync("me")).ToList();
        foreach (var _ in Enumerable.Range(0, 6))
        {
            var refused = await Task.WhenAny(asked);
            asked.Remove(refused);
            (await refused).IsRefused(503, "server.busy");
            Assert.Equal("1", (await refused).Headers["Retry-After"]);
        }

        (await me.GetAsync("/health/ready")).Succeeds();
        await held.DisposeAsync();
        Assert.All(await Task.WhenAll(asked), answer => answer.Succeeds());
    }

    [Fact]
    public async Task Sign_ins_that_drip_in_keep_nobody_out_who_is_signed_in()
    {
        await using var journal = new JournalOnASocket(postgres) { Options = new() { ParallelRequests = 16, WaitingRequests = 16 } };
        await journal.InitializeAsync();
        var me = await journal.NewPersonAsync();
        var sockets = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 100; i++)
            {
                var socket = new TcpClient();
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, journal.Address.Port, TestContext.Current.CancellationToken);
                await socket.GetStream().WriteAsync("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000\r\n\r\ncode="u8.ToArray(), TestContext.Current.CancellationToken);
            }

            Assert.All(await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => me.GetAsync("me"))), answer => answer.Succeeds());
            (await me.With(null).GetAsync("/health/live")).Succeeds();
            (await me.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    [Theory]
    [InlineData("/sign-in", "application/x-www-form-urlencoded", "code=", "401")]
    [InlineData("/sign-in/passkey", "application/json", "{\"challenge\":", "408")]
    public async Task A_stranger_who_does_not_end_what_they_send_loses_the_place(string address, string type, string begun, string status)
    {
        await using var journal = new JournalOnASocket(postgres);
        await journal.InitializeAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, journal.Address.Port, TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 2000\r\n\r\n{begun}"), TestContext.Current.CancellationToken);
        using var answer = new StreamReader(socket.GetStream());
        // Where the server's own bound for slow senders is reached first, the connection ends without an answer.
        var told = await answer.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().ContinueWith(line => line.IsFaulted ? null : line.Result, TaskScheduler.Default);
        Assert.True(told is null || told.Split(' ')[1] == status, told);
    }

    [Fact]
    public async Task One_persons_heavy_requests_are_few_at_once_and_another_is_answered_beside_them()
    {
        await using var journal = await StartAsync(new());
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        // With changes in it: where nothing changed, that is seen at once.
        var series = $"{{\"values\":[{string.Join(',', Enumerable.Range(0, 4000).Select(i => ((i * 7919 % 1000) + (i / 500 % 2 * 5000)).ToString(System.Globalization.CultureInfo.InvariantCulture)))}]}}";
        var heavy = Enumerable.Range(0, 20).Select(_ => me.PostAsync("analyze/changes", series)).ToList();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => other.GetAsync("me"))), answer => answer.Succeeds());
        (await other.GetAsync("/health/live")).Succeeds();
        var answers = await Task.WhenAll(heavy);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.IsRefused(429, "work.busy"));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        (await me.PostAsync("analyze/changes", """{"values":[1,2]}""")).Succeeds();
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up_and_stores_nothing()
    {
        await using var journal = await StartAsync(new() { RequestTimeout = TimeSpan.FromMilliseconds(300) });
        var me = await journal.NewPersonAsync();
        await using (await HoldCredentialsAsync(journal))
            (await me.PostAsync("aims", """{"title":"t"}""")).IsRefused(504, "request.timeout");
        Assert.Empty(await journal.EventsOfAsync(me));
    }

    [Fact]
    public async Task Without_its_tables_the_server_lives_and_is_not_ready()
    {
        await using var journal = await StartAsync(new() { RunDaemon = false });
        var me = await journal.NewPersonAsync();
        await using var drop = journal.Database.DataSource.CreateCommand("drop table journal.mt_doc_credential");
        await drop.ExecuteNonQueryAsync();
        (await me.GetAsync("/health/live")).Succeeds();
        (await me.GetAsync("/health/ready")).IsRefused(503, "database.unavailable");
        var failed = await me.GetAsync("me");
        failed.IsRefused(500, "internal");
        Assert.DoesNotContain("credential", failed.Text, StringComparison.Ordinal);
        var trace = failed.Json.GetProperty("traceId").GetString()!;
        Assert.Contains(journal.Log.Lines, line => line.Contains(trace, StringComparison.Ordinal));
    }

    private async Task<ServedJournal> StartAsync(JournalServerOptions options)
    {
        var journal = new ServedJournal(postgres) { Options = options };
        await journal.InitializeAsync();
        return journal;
    }

    private static async Task<Npgsql.NpgsqlConnection> HoldCredentialsAsync(ServedJournal journal)
    {
        var connection = new Npgsql.NpgsqlConnection(journal.Database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var hold = new Npgsql.NpgsqlCommand("begin; lock table journal.mt_doc_credential", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }
}
