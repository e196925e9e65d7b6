using Journal.Web.Access;
using Journal.Web.Http;

namespace Journal.Web.Guards;

/// <summary>Takes changes from browsers only when they come from this server's own pages.</summary>
/// <remarks>
/// Sec-Fetch-Site is asked first: pages sent with Referrer-Policy: no-referrer post forms with Origin: null, from here as from anywhere. A request that carries neither header
/// comes from no browser of today; with a session cookie it is refused, with a token it is a program's.
/// </remarks>
internal sealed class OriginGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => IsLook(context.Request.Method) || IsOwn(context.Request)
        ? next(context)
        : Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "origin.foreign", "Changes are taken from this server's own pages only.");

    private static bool IsLook(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request) => (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString()) switch
    {
        ("same-origin" or "none", _) => true,
        ({ Length: > 0 }, _) => false,
        (_, { Length: > 0 } origin) => IsSame(origin, request),
        _ => request.Headers.Authorization.Count > 0 || SessionCookie.Read(request) is null,
    };

    // Behind a proxy that ends TLS the scheme seen here is not the browser's; the name and port are.
    private static bool IsSame(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (from.Scheme == Uri.UriSchemeHttps || (from.Scheme == Uri.UriSchemeHttp && !request.IsHttps))
        && request.Host.HasValue
        && from.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && from.Port == (request.Host.Port ?? (from.Scheme == Uri.UriSchemeHttps ? 443 : 80));
}
