using Journal.Aims;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Reports;
using Journal.Web.Sharing;

namespace Journal.Web.Pages.Sharing;

/// <summary>Who may look at the person's journal, and whose journals the person may look at.</summary>
internal static class SharingPages
{
    private const string Own = "/settings/sharing";
    private const int Looks = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Own, (http, signedIn, seen, ct) => ShowAsync(http, signedIn, seen, null, ct));
        pages.MapPost(Own + "/ask", AskAsync);
        pages.MapPost(Own + "/give", GiveAsync).WithStepUp(Own);
        pages.MapPost(Own + "/end", EndAsync);
        pages.MapPage("/people", async (http, signedIn, seen, ct) =>
            Page.Of<PeoplePage>(seen, ("People", await Of<Grants>(http).ReceivedAsync(signedIn.Person.Id, ct))));
        pages.MapPage("/people/{person:guid}", ShowPersonAsync);
        pages.MapPage("/people/{person:guid}/reports/{report}", ShowReportAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, SignedIn signedIn, Seen seen, (ShownGrant Grant, NewGrant Wanted)? asked, CancellationToken ct)
    {
        var context = await PageContext.ReadAsync(http, signedIn, ct);
        return Page.Of<SharingPage>(
            seen, ("Aims", context.Facts.Of<AimFact>()), ("Grants", await Of<Grants>(http).GivenAsync(signedIn.Person, ct)),
            ("Looks", await Of<Grants>(http).LooksAsync(signedIn.Person.Id, Looks, ct)), ("Asked", asked?.Grant), ("Wanted", asked?.Wanted));
    }

    private static Task<IResult> AskAsync(HttpContext http, SignedIn? signedIn, CancellationToken ct) => TakeAsync(http, signedIn, async (mine, wanted, fields) =>
    {
        var (shown, refusal) = await Of<Grants>(http).ProposeAsync(mine.Person, wanted, ct);
        return shown is null ? await RefuseAsync(http, mine, refusal!, fields, ct) : await ShowAsync(http, mine, new(mine.Person, Own), (shown, wanted), ct);
    }, ct);

    private static Task<IResult> GiveAsync(HttpContext http, SignedIn? signedIn, CancellationToken ct) => TakeAsync(http, signedIn, async (mine, wanted, fields) =>
    {
        var (shown, refusal) = await Of<Grants>(http).GiveAsync(mine.Person, wanted, AuditSource.Of(http), ct);
        return shown is null ? await RefuseAsync(http, mine, refusal!, fields, ct) : new SeeOther(Own);
    }, ct);

    private static Task<IResult> EndAsync(HttpContext http, SignedIn? signedIn, CancellationToken ct) => TakeAsync(http, signedIn, async (mine, _, fields) =>
    {
        if (fields.TryGetValue("id", out var ids) && Guid.TryParse(ids[0], out var id))
            await Of<Grants>(http).EndAsync(mine.Person.Id, id, AuditSource.Of(http), ct);
        return new SeeOther(fields.ContainsKey("mine") ? "/people" : Own);
    }, ct);

    private static async Task<IResult> TakeAsync(HttpContext http, SignedIn? signedIn, Func<SignedIn, NewGrant, IReadOnlyDictionary<string, string[]>, Task<IResult>> take, CancellationToken ct)
    {
        // Who may let others in is asked as of a token at the API.
        if (signedIn is not { Scope: Scope.Manage } || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther(Own);
        return await take(signedIn, Wanted(fields), fields);
    }

    private static async Task<IResult> RefuseAsync(HttpContext http, SignedIn signedIn, Refusal refusal, IReadOnlyDictionary<string, string[]> fields, CancellationToken ct)
    {
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return await ShowAsync(http, signedIn, new Seen(signedIn.Person, Own) { Refused = new("share", refusal, fields) }, null, ct);
    }

    private static NewGrant Wanted(IReadOnlyDictionary<string, string[]> fields)
    {
        // What is no id is no aim of anybody: it must not be taken for "all".
        return new(
            One("coach"),
            [.. All("layers").Select(word => Enum.TryParse<Layer>(word, ignoreCase: true, out var layer) && Enum.IsDefined(layer) ? layer : (Layer?)null).OfType<Layer>()],
            [.. All("aims").Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty)],
            [.. All("kinds")], One("from"), One("to"), One("until"), One("words") == "yes", One("comments") == "yes");

        IEnumerable<string> All(string name) => fields.TryGetValue(name, out var values) ? values.Where(value => value.Length > 0) : [];

        string? One(string name) => All(name).FirstOrDefault()?.Trim();
    }

    private static async Task<IResult> ShowPersonAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        if (await Of<SharedJournals>(http).OpenAsync(signedIn.Person.Id, Id(http), "overview", ct) is not { } shared)
            return Page.Missing(seen, http);
        return Page.Of<SharedPersonPage>(seen, ("Shared", shared), ("Reports", SharedReports.Of(shared.Grant.Scope)), ("Latest", shared.Events.Reverse().Take(Looks).ToList()),
            ("Comments", await Of<OwnComments>(http).OfAsync(signedIn.Person, shared, ct)));
    }

    internal static async Task<IResult> ShowReportAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        if (await Of<Grants>(http).FindAsync(signedIn.Person.Id, Id(http), ct) is not var (giver, grant)
            || SharedReports.Find(grant.Scope, http.GetRouteValue("report") as string) is not { } kind
            || ReportRequests.Read(new(), giver.As("page").Zone, Of<TimeProvider>(http).GetUtcNow()).Request is not { } request
            || await Of<SharedJournals>(http).OpenAsync(signedIn.Person.Id, giver.Id, $"reports/{kind.Name}", ct) is not { } shared)
        {
            return Page.Missing(seen, http);
        }

        var comments = (await Of<OwnComments>(http).OfAsync(signedIn.Person, shared, ct)).Where(one => one.Report == kind.Name).ToList();
        return Page.Of<SharedReportPage>(seen, ("Shared", shared), ("Kind", kind), ("Report", kind.Of(giver.Id, request, shared.Facts, ct)), ("Comments", comments));
    }

    private static Guid Id(HttpContext http) => Guid.Parse((string)http.GetRouteValue("person")!);

    private static T Of<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
