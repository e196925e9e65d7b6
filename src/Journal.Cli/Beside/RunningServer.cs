using System.Net.Sockets;
using System.Text;
using Journal.Cli.Output;
using Journal.Cli.Running;
using Journal.Postgres;

namespace Journal.Cli.Beside;

/// <summary>Lets a server that runs on this machine's journal run a line: it has everything open that the line would have to open first.</summary>
internal static class RunningServer
{
    private static readonly string[] Variables = ["JOURNAL_PERSON", "JOURNAL_URL", "NO_COLOR"];

    // A server that stands still may keep a line waiting for this long; then the line is run here.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The build that this process runs.</summary>
    public static string Build { get; } = typeof(RunningServer).Module.ModuleVersionId.ToString("N");

    /// <summary>The exit code of the line; null where it is to be run here.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="id">Tells the line from every other, here and there.</param>
    public static async Task<int?> TryRunAsync(string[] words, Guid id)
    {
        if (Terminal.Variable("JOURNAL_DATABASE") is not null || words.Length == 0 || Array.Exists(words, word => word.Contains('\uFFFD', StringComparison.Ordinal)) || Address() is not { } address)
            return null;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(address);
        }
        catch (SocketException)
        {
            return null;
        }

        await using var stream = new NetworkStream(socket);
        return await AskAsync(stream, words, id);
    }

    /// <summary>Where the server of a home listens for lines; null where its folder's name is too long for that.</summary>
    public static UnixDomainSocketEndPoint? EndPoint(string home)
    {
        try
        {
            return new(Path.Combine(home, "terminal", "line"));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static UnixDomainSocketEndPoint? Address()
    {
        try
        {
            return EndPoint(JournalHome.Resolve()) is { } address && File.Exists(address.ToString()) ? address : null;
        }
        catch (PostgresClusterException)
        {
            return null;
        }
    }

    private static async Task<int?> AskAsync(NetworkStream stream, string[] words, Guid id)
    {
        var hasSaid = false;
        try
        {
            await SendAsync(stream, words, id);
            using var patience = new CancellationTokenSource(Patience);
            while (true)
            {
                var (kind, bytes) = await ReadAsync(stream, patience.Token);
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
                switch (kind)
                {
                    case Answered.Output or Answered.Error:
                        hasSaid = true;
                        await using (var to = kind is Answered.Output ? Console.OpenStandardOutput() : Console.OpenStandardError())
                            await to.WriteAsync(bytes);
                        break;
                    case Answered.Ended:
                        return BitConverter.ToInt32(bytes);
                    case Answered.AtHome:
                        return null;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // Run here it is the same line, and records nothing twice.
            if (!hasSaid)
                return null;
            await Console.Error.WriteLineAsync("journal: The server ended while it answered. Say the same again. [server.gone]");
            return ExitCode.NoDatabase;
        }
    }

    private static async Task SendAsync(NetworkStream stream, string[] words, Guid id)
    {
        using var bytes = new MemoryStream();
        await using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            new TypedLine
            {
                Build = Build,
                Words = words,
                Variables = Variables.Where(name => Terminal.Variable(name) is not null).ToDictionary(name => name, name => Terminal.Variable(name)!),
                Zone = TimeZoneInfo.Local.Id,
                IsOutputPlain = Console.IsOutputRedirected,
                IsErrorPlain = Console.IsErrorRedirected,
                Width = Console.IsOutputRedirected ? 0 : Console.WindowWidth,
                Id = id,
            }.Write(writer);
        }

        await stream.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    private static async Task<(Answered Kind, byte[] Bytes)> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        var head = new byte[5];
        await stream.ReadExactlyAsync(head, ct);
        var bytes = new byte[BitConverter.ToInt32(head, 1)];
        await stream.ReadExactlyAsync(bytes, ct);
        return ((Answered)head[0], bytes);
    }
}
