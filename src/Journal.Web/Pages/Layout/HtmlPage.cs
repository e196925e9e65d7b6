using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Layout;

/// <summary>A page as the answer to a request.</summary>
internal sealed class HtmlPage(Html page, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => TypedResults.Content(page.ToString(), "text/html; charset=utf-8", statusCode: status).ExecuteAsync(httpContext);
}
