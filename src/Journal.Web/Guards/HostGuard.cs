using System.Net;
using Journal.Web.Http;

namespace Journal.Web.Guards;

/// <summary>
/// Answers only to names it is known by. A page elsewhere can let a name of its own point at this machine, and its visitors' browsers would then take this server for that page's.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, JournalServerOptions options)
{
    public Task InvokeAsync(HttpContext context) => HealthPath.Covers(context.Request) || IsKnown(context.Request.Host.Host)
        ? next(context)
        : Problems.WriteAsync(
            context, StatusCodes.Status421MisdirectedRequest, "host.unknown", "This server is not known by that name; its operator can allow it (AllowedHosts).");

    private bool IsKnown(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
