using System.Net.Sockets;
using System.Text;
using Journal.Cli.Output;
using Journal.Cli.Running;

namespace Journal.Cli.Beside;

/// <summary>Runs lines for the terminals of this machine on the journal that a server has open. Who may is told by the folder that the socket lies in: whoever may open it could open the database.</summary>
internal sealed class ServedTerminals : IAsyncDisposable
{
    private const int MostAtOnce = 8;
    private readonly Socket listener;
    private readonly IServiceProvider journal;
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly Task listening;

    private ServedTerminals(Socket listener, IServiceProvider journal)
    {
        (this.listener, this.journal) = (listener, journal);
        listening = Task.Run(ListenAsync);
    }

    /// <summary>Begins to listen.</summary>
    /// <param name="home">The journal's folder.</param>
    /// <param name="journal">What the server runs on.</param>
    /// <returns>Null where nothing can listen there: lines are run by their own processes then, as without a server.</returns>
    public static ServedTerminals? Listen(string home, IServiceProvider journal)
    {
        if (RunningServer.EndPoint(home) is not { } address)
            return null;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            MakeFolder(Path.GetDirectoryName(address.ToString())!);
            // Left by a server that was killed, or of one that started before: the newest answers.
            File.Delete(address.ToString()!);
            socket.Bind(address);
            socket.Listen();
            return new(socket, journal);
        }
        catch (Exception refused) when (refused is SocketException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        // Takes the file away too, so that nobody asks here any more.
        listener.Dispose();
        await listening;
        ending.Dispose();
        places.Dispose();
    }

    // Its owner's alone from the first moment on; a mode that is set afterwards would leave one in between.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task ListenAsync()
    {
        List<Task> running = [];
        try
        {
            while (true)
            {
                await places.WaitAsync(ending.Token);
                var socket = await listener.AcceptAsync(ending.Token);
                running.RemoveAll(line => line.IsCompleted);
                running.Add(Task.Run(() => AnswerAsync(socket)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        // Neither a terminal that says nothing nor one that reads nothing keeps a server from ending.
        using var hangUp = ending.Token.Register(socket.Dispose);
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            var line = TypedLine.Read(reader);
            if (line.Build != RunningServer.Build || !Verbs.IsServed(line.Words))
            {
                Send(stream, Answered.AtHome, []);
                return;
            }

            Send(stream, Answered.Taken, []);
            var leaving = LeaveAsync(stream, gone);
            var exitCode = await RunAsync(stream, line, gone.Token);
            Send(stream, exitCode is null ? Answered.AtHome : Answered.Ended, BitConverter.GetBytes(exitCode ?? 0));
            await gone.CancelAsync();
            await leaving;
        }
        catch (Exception left) when (left is IOException or InvalidDataException or ObjectDisposedException)
        {
            // The terminal has gone, and with it whoever wanted to know; or it was none.
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<int?> RunAsync(NetworkStream stream, TypedLine line, CancellationToken ct)
    {
        await using var output = new StreamWriter(new Frames(stream, Answered.Output), new UTF8Encoding(false)) { AutoFlush = true };
        await using var error = new StreamWriter(new Frames(stream, Answered.Error), new UTF8Encoding(false)) { AutoFlush = true };
        var terminal = new Terminal(output, error)
        {
            IsOutputPlain = line.IsOutputPlain,
            IsErrorPlain = line.IsErrorPlain,
            Width = line.Width > 0 ? line.Width : null,
            Variables = line.Variables,
            Zone = line.Zone,
            Line = line.Id,
            Journal = journal,
        };
        try
        {
            string[] words = [.. line.Words];
            return await Terminal.RunAsync(terminal, () => CommandLine.RunAsync(words, Verbs.Of(words), ct));
        }
        catch (AtHomeException)
        {
            return null;
        }
    }

    // A terminal says nothing more: what ends the wait is that it has gone, or that its line has ended.
    private static async Task LeaveAsync(NetworkStream stream, CancellationTokenSource gone)
    {
        try
        {
            await stream.ReadExactlyAsync(new byte[1], gone.Token);
        }
        catch (Exception left) when (left is IOException or OperationCanceledException or ObjectDisposedException)
        {
            await gone.CancelAsync();
        }
    }

    private static void Send(NetworkStream stream, Answered kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = [(byte)kind, 0, 0, 0, 0];
        BitConverter.TryWriteBytes(head[1..], bytes.Length);
        lock (stream)
        {
            stream.Write(head);
            stream.Write(bytes);
        }
    }

    private sealed class Frames(NetworkStream stream, Answered kind) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.Length > 0)
                Send(stream, kind, buffer);
        }
    }
}
