using System.Web;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Journal.Web.Reactions.Channels;

/// <summary>The server by which e-mail goes out.</summary>
/// <param name="Security">How the connection is kept private.</param>
/// <param name="From">Whom it comes from.</param>
internal sealed record MailServer(string Host, int Port, SecureSocketOptions Security, string? User, string? Password, MailboxAddress From)
{
    /// <summary>
    /// Reads <c>smtps://user:password@host:465?from=journal@example.org</c>. smtps is TLS from the start; smtp asks for STARTTLS, but on this machine; a user's password never goes
    /// out in the open.
    /// </summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static MailServer Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0 || !MailboxAddress.TryParse(HttpUtility.ParseQueryString(uri.Query)["from"], out var from))
            throw new ArgumentException("A mail server is smtps://USER:PASSWORD@HOST:465?from=journal@example.org, or smtp:// with STARTTLS.", nameof(address));
        var who = uri.UserInfo.Split(':', 2);
        var security = uri.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : uri.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
        return new(uri.Host, uri.Port > 0 ? uri.Port : uri.Scheme == "smtps" ? 465 : 587, security, who is [{ Length: > 0 } user, ..] ? Uri.UnescapeDataString(user) : null, who is [_, var password] ? Uri.UnescapeDataString(password) : null, from);
    }

    /// <summary>Sends one message.</summary>
    public async Task<Sending> SendAsync(MimeMessage message, CancellationToken ct)
    {
        message.From.Add(From);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(TimeSpan.FromMinutes(1));
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(Host, Port, Security, soon.Token);
            if (User is not null)
                await client.AuthenticateAsync(User, Password ?? "", soon.Token);
            await client.SendAsync(message, soon.Token);
        }
        catch (SmtpCommandException refused)
        {
            return new(refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode is 550 or 551 or 553 ? SendingResult.Gone : SendingResult.Failed, (int)refused.StatusCode, "refused");
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException)
        {
            return new(SendingResult.Failed, Trouble: failure is AuthenticationException ? "authentication" : "unreachable");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(SendingResult.Failed, Trouble: "timeout");
        }

        try
        {
            // The server has taken it: whatever becomes of the goodbye, it is not sent again.
            await client.DisconnectAsync(quit: true, soon.Token);
        }
        catch (Exception goodbye) when (goodbye is IOException or ProtocolException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new(SendingResult.Arrived);
        }

        return new(SendingResult.Arrived);
    }
}
