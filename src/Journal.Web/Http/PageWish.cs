using Microsoft.Net.Http.Headers;

namespace Journal.Web.Http;

/// <summary>Tells a browser that somebody looks into from a program: browsers name HTML, programs take anything, or JSON.</summary>
internal static class PageWish
{
    public static bool Of(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api")
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) && accepted.Any(one => one.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
