using System.Net;
using System.Net.Sockets;

namespace Journal.Web.Reactions;

/// <summary>Requests to addresses that somebody gave: to the public network, and nowhere that only this machine can reach.</summary>
/// <remarks>
/// The address is looked at when the connection is made, behind the name's resolution: a name that points elsewhere the second time gains nothing. Redirects are not followed,
/// no proxy is used, and no cookie is kept.
/// </remarks>
public sealed class OutwardHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly bool toPrivate;

    public OutwardHttp(JournalServerOptions options)
    {
        toPrivate = options.WebhooksToPrivate;
        Client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 64 * 1024,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = 64 * 1024,
        };
        Client.DefaultRequestHeaders.UserAgent.ParseAdd("journal/1");
    }

    public HttpClient Client { get; }

    /// <summary>Whether something may be sent to an address as it is written: https, or http where private addresses are allowed; no user in it.</summary>
    public bool Takes(string? address) =>
        address is { Length: <= 2000 } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Host.Length > 0
        && (uri.Scheme == Uri.UriSchemeHttps || (toPrivate && uri.Scheme == Uri.UriSchemeHttp))
        && (toPrivate || !IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) || IsPublic(ip));

    /// <summary>Sends a request whose answer's body is not wanted.</summary>
    public async Task<Sending> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var status = (int)answer.StatusCode;
            return answer.IsSuccessStatusCode ? new(SendingResult.Arrived, status)
                : answer.StatusCode is HttpStatusCode.Gone ? new(SendingResult.Gone, status, "gone")
                : new(SendingResult.Failed, status, status is >= 300 and < 400 ? "redirected" : "refused");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(SendingResult.Failed, Trouble: "timeout");
        }
        catch (HttpRequestException failure)
        {
            return new(SendingResult.Failed, Trouble: failure.InnerException is PrivateAddressException ? "address.private" : "unreachable");
        }
    }

    /// <summary>Whether an address is one of the public network's.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = ip.GetAddressBytes();
        return ip.AddressFamily == AddressFamily.InterNetwork
            ? bytes switch
            {
                [0 or 10 or 127, ..] => false,
                [100, >= 64 and <= 127, ..] => false,
                [169, 254, ..] => false,
                [172, >= 16 and <= 31, ..] => false,
                [192, 168, ..] or [192, 0, 0 or 2, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
                [>= 224, ..] => false,
                _ => true,
            }
            // 2000::/3 is what is given out. In it lie 6to4 and Teredo, which carry an IPv4 address, and what is for documents.
            : (bytes[0] & 0xE0) == 0x20 && bytes is not [0x20, 0x02, ..] and not [0x20, 0x01, 0, 0, ..] and not [0x20, 0x01, 0x0D, 0xB8, ..];
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var all = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = toPrivate ? all : [.. all.Where(IsPublic)];
        if (allowed.Length == 0)
            throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => Client.Dispose();

    private sealed class PrivateAddressException() : IOException("The address is not one of the public network's.");
}
