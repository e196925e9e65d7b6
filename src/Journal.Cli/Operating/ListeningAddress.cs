using System.Net;
using System.Net.Sockets;
using Journal.Cli.Running;
using Microsoft.AspNetCore.Http;

namespace Journal.Cli.Operating;

/// <summary>Where a server is to listen. Looked at before anything is started: the server itself would end in a stack trace.</summary>
internal static class ListeningAddress
{
    /// <param name="url">As given; several are separated by semicolons.</param>
    /// <param name="ct">Ends the wait for whoever listens there.</param>
    /// <exception cref="VerbException"><c>url.invalid</c>, <c>url.taken</c>, <c>journal.running</c>.</exception>
    public static async Task CheckAsync(string url, CancellationToken ct)
    {
        foreach (var one in url.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await CheckOneAsync(one, ct);
        }
    }

    private static async Task CheckOneAsync(string url, CancellationToken ct)
    {
        var address = Read(url);
        if (!IsTaken(address))
        {
            return;
        }

        throw await IsJournalAsync(address, ct)
            ? new VerbException(ExitCode.AlreadyRuns, "journal.running", $"A journal already runs at {url}. journal link gives a link to it; --url lets another one listen elsewhere.")
            : new VerbException(ExitCode.AddressTaken, "url.taken", $"Another program listens at {url}. --url or JOURNAL_URL lets the journal listen elsewhere.");
    }

    private static BindingAddress Read(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new VerbException(ExitCode.Refused, "url.invalid", "The address is no URL, such as http://127.0.0.1:5180.");
        }
    }

    private static bool IsTaken(BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe)
        {
            return false;
        }

        var ip = IPAddress.TryParse(address.Host, out var given) ? given : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        using var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(ip, address.Port));
            socket.Listen();
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    // Nobody else answers somebody without a token in these words.
    private static async Task<bool> IsJournalAsync(BindingAddress address, CancellationToken ct)
    {
        var host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "127.0.0.1" : address.Host;
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        try
        {
            using var answer = await http.GetAsync(new Uri($"{address.Scheme}://{host}:{address.Port}/api/v1/me"), ct);
            return (await answer.Content.ReadAsStringAsync(ct)).Contains("\"token.missing\"", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
