using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Journal.Postgres;

/// <summary>The port that the private server listens on.</summary>
internal static class FreePort
{
    // Below the range from which systems take the ports of outgoing connections, so that the port is likely free again at the next start.
    private const int First = 15_432, End = 32_768;

    /// <returns>The remembered port while it is free, else another free one. Somebody may take it before the server does.</returns>
    public static int Choose(int? remembered)
    {
        if (remembered is { } port and > 0 and <= ushort.MaxValue && IsFree(port))
            return port;
        while (true)
        {
            var candidate = RandomNumberGenerator.GetInt32(First, End);
            if (IsFree(candidate))
                return candidate;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
