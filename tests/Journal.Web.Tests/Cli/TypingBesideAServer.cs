using System.Net.Sockets;
using System.Text;
using Journal.Cli.Beside;
using Journal.Web.Tests.Postgres;
using Microsoft.Extensions.Hosting;

namespace Journal.Web.Tests.Cli;

/// <summary>Lines typed while a server runs on the same home. Whatever their own process opened would fail: PostgreSQL's programs are not where it is told to look.</summary>
public sealed class TypingBesideAServer(TestPostgres postgres) : IAsyncLifetime
{
    private const int NoPostgres = 8;
    private readonly string home = Directory.CreateTempSubdirectory("journal-").FullName;
    private TestDatabase database = null!;
    private IHost journal = null!;
    private ServedTerminals? terminals;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewJournalDatabaseAsync();
        journal = await JournalHost.OpenAsync(database.ConnectionString, TestContext.Current.CancellationToken);
        terminals = ServedTerminals.Listen(home, journal.Services);
    }

    public async ValueTask DisposeAsync()
    {
        if (terminals is not null)
            await terminals.DisposeAsync();
        await journal.StopAsync();
        journal.Dispose();
        await database.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task What_is_recorded_and_asked_is_answered_by_the_server()
    {
        Assert.StartsWith("Logged: “hello", (await TypeAsync("log", "hello")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await TypeAsync("log", "for ana", "--person", "ana", "--json")).Json.GetProperty("version").GetInt64());
        Assert.Contains("hello", (await TypeAsync("history")).Output, StringComparison.Ordinal);
        var report = await TypeAsync("report", "alignment", "--json");
        Assert.Equal("alignment", report.Json.GetProperty("name").GetString());
        Assert.Equal("", report.Messages);
    }

    [Fact]
    public async Task Whose_journal_and_in_which_zone_is_told_by_the_terminal()
    {
        await TypeAsync([("JOURNAL_PERSON", "yuki"), ("TZ", "Asia/Tokyo")], "log", "there");
        var yuki = Assert.Single((await InThisProcess.RunAsync(database.ConnectionString, "person", "list", "--json")).Json.GetProperty("people").EnumerateArray());
        Assert.Equal(("yuki", "Asia/Tokyo"), (yuki.GetProperty("handle").GetString(), yuki.GetProperty("zone").GetString()));
    }

    [Fact]
    public async Task What_is_refused_has_the_code_and_the_words_of_the_server()
    {
        var refused = await TypeAsync("log", "   ", "--json");
        Assert.Equal((3, "text.missing"), (refused.ExitCode, refused.Code));
        Assert.StartsWith("journal: ", refused.Messages, StringComparison.Ordinal);
        Assert.Equal(2, (await TypeAsync("log", "--layer", "heart", "x")).ExitCode);
        Assert.Equal(4, (await TypeAsync("history", "--person", "nobody")).ExitCode);
    }

    [Theory]
    [InlineData("export", "out.zip")]
    [InlineData("log", "-")]
    [InlineData("log")]
    [InlineData("report", "alignment", "--rules", "rules.json")]
    [InlineData("verify")]
    public async Task What_needs_the_terminals_own_files_or_input_is_run_there(params string[] line) => Assert.Equal(line is ["log"] ? 2 : NoPostgres, (await TypeAsync(line)).ExitCode);

    [Fact]
    public async Task Another_builds_line_is_left_to_it()
    {
        Assert.Equal([Answered.AtHome], Kinds(await SendAsync(Line("log", "x") with { Build = "another" })));
        Assert.Equal(Answered.Taken, Kinds(await SendAsync(Line("log", "x")))[0]);
    }

    [Fact]
    public async Task The_same_line_typed_again_after_the_answer_was_lost_records_nothing_twice()
    {
        var line = Line("log", "once");
        var first = await SendAsync(line);
        Assert.Equal(first, await SendAsync(line));
        Assert.Equal(1, (await InThisProcess.RunAsync(database.ConnectionString, "history", "--json")).Json.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task A_line_that_the_server_took_and_did_not_answer_is_run_at_the_terminal()
    {
        await terminals!.DisposeAsync();
        terminals = null;
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(RunningServer.EndPoint(home)!);
        listener.Listen();
        var taking = Task.Run(async () =>
        {
            using var socket = await listener.AcceptAsync(TestContext.Current.CancellationToken);
            await socket.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken);
            await socket.SendAsync(new byte[] { (byte)Answered.Taken, 0, 0, 0, 0 }, TestContext.Current.CancellationToken);
        });
        Assert.Equal(NoPostgres, (await TypeAsync("log", "x")).ExitCode);
        await taking;
    }

    [Fact]
    public async Task What_a_killed_server_left_is_nothing_to_a_line_and_to_the_next_server()
    {
        await terminals!.DisposeAsync();
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            killed.Bind(RunningServer.EndPoint(home)!);
            File.Move(Path.Combine(home, "terminal", "line"), Path.Combine(home, "kept"));
        }

        File.Move(Path.Combine(home, "kept"), Path.Combine(home, "terminal", "line"));
        Assert.Equal(NoPostgres, (await TypeAsync("log", "x")).ExitCode);
        terminals = ServedTerminals.Listen(home, journal.Services);
        Assert.Equal(0, (await TypeAsync("log", "x")).ExitCode);
    }

    [Fact]
    public async Task Nonsense_ends_no_server_and_a_server_that_has_ended_takes_its_door_away()
    {
        foreach (var nonsense in new byte[][] { [], [200], [255, 255, 255, 255, 255, 255, 255], Encoding.UTF8.GetBytes(new string('x', 5000)), [1, 65, 255, 255, 255, 127] })
            Assert.Empty(await SendAsync(nonsense));
        Assert.Equal(0, (await TypeAsync("log", "x")).ExitCode);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(home, "terminal")));
        Assert.Empty(await SendAsync(Encoding.UTF8.GetBytes(new string('x', 5000))));
        using var silent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await silent.ConnectAsync(RunningServer.EndPoint(home)!, TestContext.Current.CancellationToken);
        await terminals!.DisposeAsync();
        terminals = null;
        Assert.False(File.Exists(Path.Combine(home, "terminal", "line")));
    }

    [Fact]
    public void A_home_whose_name_is_too_long_for_a_socket_is_served_without() =>
        Assert.Null(ServedTerminals.Listen(Path.Combine(home, new string('x', 120)), journal.Services));

    private Task<Ran> TypeAsync(params string[] words) => TypeAsync([], words);

    private async Task<Ran> TypeAsync((string Name, string Value)[] environment, params string[] words)
    {
        var call = JournalProcess.Call([("JOURNAL_HOME", home), ("JOURNAL_PG_BIN", "/nowhere"), .. environment], words);
        call.WorkingDirectory = home;
        await File.WriteAllTextAsync(Path.Combine(home, "rules.json"), "{}", TestContext.Current.CancellationToken);
        using var process = System.Diagnostics.Process.Start(call)!;
        process.StandardInput.Close();
        var (output, messages) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await messages);
    }

    private static TypedLine Line(params string[] words) => new()
    {
        Build = RunningServer.Build,
        Words = words,
        Variables = new Dictionary<string, string>(),
        Zone = "Europe/Lisbon",
        IsOutputPlain = true,
        IsErrorPlain = true,
        Width = 0,
        Id = Guid.CreateVersion7(),
    };

    private Task<byte[]> SendAsync(TypedLine line)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            line.Write(writer);
        return SendAsync(bytes.ToArray());
    }

    private async Task<byte[]> SendAsync(byte[] bytes)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(RunningServer.EndPoint(home)!, TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(bytes, TestContext.Current.CancellationToken);
        if (bytes.Length is 0 or < 10)
            socket.Shutdown(SocketShutdown.Send);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Hung up on without reading to the end.
        }

        return answer.ToArray();
    }

    private static List<Answered> Kinds(byte[] frames)
    {
        List<Answered> kinds = [];
        for (var at = 0; at < frames.Length; at += 5 + BitConverter.ToInt32(frames, at + 1))
        {
            if (kinds.LastOrDefault() != (Answered)frames[at])
                kinds.Add((Answered)frames[at]);
        }

        return kinds;
    }
}
