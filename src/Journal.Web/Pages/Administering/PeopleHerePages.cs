using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Administering;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Pages.Administering;

/// <summary>The people of this server, for its administrators. For everybody else the address is one at which there is nothing.</summary>
internal static class PeopleHerePages
{
    public const string Address = "/settings/people";

    // Whoever is not signed in gets what any unknown address gives.
    public static void Map(IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup(Address).ExcludeFromDescription();
        admin.AddEndpointFilter((asked, next) => asked.HttpContext.Features.Get<SignedIn>() is { Person.IsAdministrator: true, Scope: Scope.Manage } ? next(asked) : ValueTask.FromResult<object?>(Nothing(asked.HttpContext)));
        admin.MapGet("", (HttpContext http, SignedIn signedIn, CancellationToken ct) => ShowAsync(http, new(signedIn.Person, Address), null, ct));
        var guarded = admin.MapGroup("").WithStepUp(Address);
        guarded.MapPost("/invite", Invite);
        guarded.MapPost("/change", Change);
    }

    private static RazorComponentResult<NoAddressPage> Nothing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Page.Of<NoAddressPage>(http.Features.Get<SignedIn>() is { } signedIn ? new Seen(signedIn.Person, "/") : null);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Seen seen, Uri? invitation, CancellationToken ct) =>
        Page.Of<PeopleHerePage>(seen, ("People", await http.RequestServices.GetRequiredService<Administration>().ListAsync(ct)), ("Invitation", invitation));

    // The link is shown in this answer and nowhere else, so there is no going on to another page.
    private static async Task<IResult> Invite(HttpContext http, SignedIn signedIn, Administration administration, CancellationToken ct) =>
        await ShowAsync(http, new(signedIn.Person, Address), await administration.InviteAsync(signedIn.Person.Id, new($"{http.Request.Scheme}://{http.Request.Host}"), AuditSource.Of(http), ct), ct);

    private static async Task<IResult> Change(HttpContext http, SignedIn signedIn, Administration administration, CancellationToken ct)
    {
        if (await FormFields.ReadAsync(http.Request, ct) is not { } fields || !Guid.TryParse(One(fields, "id"), out var id))
            return new SeeOther(Address);
        var (by, from) = (signedIn.Person.Id, AuditSource.Of(http));
        var refusal = One(fields, "act") switch
        {
            "close" => await administration.CloseAsync(id, closed: true, by, from, ct),
            "reopen" => await administration.CloseAsync(id, closed: false, by, from, ct),
            "end" => await administration.EndAccessAsync(id, by, from, ct),
            "mark" => await administration.MarkAsync(id, mark: true, by, from, ct),
            "unmark" => await administration.MarkAsync(id, mark: false, by, from, ct),
            "erase" => await administration.EraseAsync(id, One(fields, "handle"), by, from, ct),
            _ => Refusal.Invalid("act.unknown", "act is close, reopen, end, mark, unmark or erase."),
        };
        if (refusal is null)
            return new SeeOther(Address);
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return await ShowAsync(http, new(signedIn.Person, Address) { Refused = new(One(fields, "form") ?? "people", refusal, fields) }, null, ct);
    }

    private static string? One(IReadOnlyDictionary<string, string[]> fields, string name) => fields.TryGetValue(name, out var values) ? values[0].Trim() : null;
}
