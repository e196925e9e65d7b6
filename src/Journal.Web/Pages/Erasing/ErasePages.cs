using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Erasing;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;

namespace Journal.Web.Pages.Erasing;

/// <summary>The page on which somebody erases their journal, after they were offered a copy of it.</summary>
internal static class ErasePages
{
    private const string Address = "/settings/erase";
    private static readonly Refusal MayNot = Refusal.Conflict("scope.manage", "This session may not manage tokens, and so not erase.");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, (http, signedIn, seen, ct) => Show(http, signedIn, seen, ct));
        pages.MapPost(Address + "/ask", Ask).WithStepUp(Address);
        pages.MapPost(Address + "/back", TakeBack);
    }

    private static async Task<IResult> Show(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct) =>
        Page.Of<ErasePage>(seen, ("Request", await http.RequestServices.GetRequiredService<Erasures>().FindAsync(signedIn.Person.Id, ct)));

    private static async Task<IResult> Ask(HttpContext http, SignedIn? signedIn, Erasures erasures, CancellationToken ct)
    {
        if (signedIn is null || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther(Address);
        var now = fields.GetValueOrDefault("when")?[0] == "now";
        var (request, refusal) = signedIn.Scope == Scope.Manage ? await erasures.AskAsync(signedIn.Person, fields.GetValueOrDefault("handle")?[0], now, AuditSource.Of(http), ct) : (null, MayNot);
        if (request is not null)
            return request.Begun is null ? new SeeOther(Address) : Page.Of<ErasedPage>(null);
        http.Response.StatusCode = Problems.StatusOf(refusal!);
        return await Show(http, signedIn, new Seen(signedIn.Person, Address) { Refused = new("erase", refusal!, fields) }, ct);
    }

    private static async Task<IResult> TakeBack(HttpContext http, SignedIn? signedIn, Erasures erasures, CancellationToken ct)
    {
        if (signedIn is { Scope: Scope.Manage })
            await erasures.TakeBackAsync(signedIn.Person.Id, AuditSource.Of(http), ct);
        return new SeeOther(Address);
    }
}
