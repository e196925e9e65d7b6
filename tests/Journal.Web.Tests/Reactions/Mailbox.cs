using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Journal.Web.Tests.Reactions;

/// <summary>A mail server on this machine (RFC 5321, as much of it as a sender needs), which can be down.</summary>
public sealed class Mailbox : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> messages = [];

    public Mailbox()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>While it is, whoever connects is sent away.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether the answer to a message that was taken is lost.</summary>
    public bool ForgetsToAnswer { get; set; }

    /// <summary>What was taken for a receiver, oldest first, whole.</summary>
    public IReadOnlyList<string> For(string address) => [.. messages.Where(message => message.Contains($"To: {address}", StringComparison.Ordinal))];

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync());
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            if (IsDown)
                return;
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 mailbox");
            while (await reader.ReadLineAsync() is { } line)
            {
                switch (line.Split(' ')[0].ToUpperInvariant())
                {
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        var text = new StringBuilder();
                        while (await reader.ReadLineAsync() is { } part && part != ".")
                            text.AppendLine(part);
                        messages.Enqueue(text.ToString());
                        if (ForgetsToAnswer)
                            return;
                        await writer.WriteLineAsync("250 taken");
                        break;
                    default:
                        await writer.WriteLineAsync("250 yes");
                        break;
                }
            }
        }
    }
}
