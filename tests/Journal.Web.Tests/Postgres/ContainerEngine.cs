using System.Net.Sockets;

namespace Journal.Web.Tests.Postgres;

/// <summary>The container engine of this machine, by the address that all of them are found at.</summary>
internal static class ContainerEngine
{
    /// <summary>Whether there is one that answers within some seconds.</summary>
    public static async Task<bool> AnswersAsync()
    {
        var address = new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } given ? given : "unix:///var/run/docker.sock");
        using var handler = new SocketsHttpHandler { ConnectCallback = (_, ct) => ConnectAsync(address, ct) };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            return (await http.GetAsync(new Uri("http://localhost/_ping"))).IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static async ValueTask<Stream> ConnectAsync(Uri address, CancellationToken ct)
    {
        var isFile = address.Scheme == "unix";
        var socket = isFile ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(isFile ? new UnixDomainSocketEndPoint(address.AbsolutePath) : new System.Net.DnsEndPoint(address.Host, address.Port), ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
