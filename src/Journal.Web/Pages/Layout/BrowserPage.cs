using Journal.Web.Access;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Pages.Layout;

/// <summary>What a browser shows of an address at which there is nothing: a page, where programs get a problem document.</summary>
internal static class BrowserPage
{
    /// <summary>The page; null for whoever did not ask for one.</summary>
    public static IResult? Of(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound && HttpMethods.IsGet(context.Request.Method) && AsksForAPage(context.Request)
            ? Page.Of<NoAddressPage>(context.Features.Get<SignedIn>() is { } signedIn ? new Seen(signedIn.Person, "/") : null)
            : null;

    /// <summary>Browsers name HTML; programs take anything, or JSON.</summary>
    public static bool AsksForAPage(HttpRequest request) => !request.Path.StartsWithSegments("/api")
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) && accepted.Any(one => one.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
