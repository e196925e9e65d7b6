using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Sharing;

namespace Journal.Web.Pages.Sharing;

/// <summary>Comments: what others said of the person's journal, and what the person says of others'.</summary>
internal static class CommentPages
{
    private const string Received = "/comments";
    private const string Ending = "/comment";
    private const int Lines = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Received, ShowReceivedAsync);
        pages.MapPost(Received + "/delete", DeleteAsync);
        pages.MapPage("/people/{person:guid}/things/{id:guid}", ShowThingAsync);
        pages.MapPost("/people/{person:guid}/things/{id:guid}" + Ending, (HttpContext http, SignedIn? signedIn, CancellationToken ct) => WriteAsync(http, signedIn, ShowThingAsync, ct));
        pages.MapPost("/people/{person:guid}/reports/{report}" + Ending, (HttpContext http, SignedIn? signedIn, CancellationToken ct) => WriteAsync(http, signedIn, SharingPages.ShowReportAsync, ct));
        pages.MapPost("/people/{person:guid}/comments/delete", TakeBackAsync);
    }

    private static async Task<IResult> ShowReceivedAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var before = PageMark.TryParse(http.Request.Query["before"], null, out var mark) ? mark : (PageMark?)null;
        var comments = await Of<CommentsReceived>(http).ListAsync(signedIn.Person.Id, null, null, before, Lines, ct);
        return Page.Of<CommentsPage>(seen, ("Comments", comments), ("Next", PageMark.After(comments, Lines, line => new(line.At, line.Id))));
    }

    private static async Task<IResult> ShowThingAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var thing = Guid.Parse((string)http.GetRouteValue("id")!);
        if (await Of<SharedJournals>(http).OpenAsync(signedIn.Person.Id, Person(http), "things", ct) is not { } shared
            || shared.Events.Where(e => e.Stream == thing).ToList() is not { Count: > 0 } events)
        {
            return Page.Missing(seen, http);
        }

        var title = shared.Facts.Find(new HashSet<Guid> { thing }).GetValueOrDefault(thing)?.Heading ?? "Something without a name";
        var comments = await Of<OwnComments>(http).OfAsync(signedIn.Person, shared, ct);
        return Page.Of<SharedThingPage>(seen, ("Shared", shared), ("Thing", thing), ("Title", title), ("Events", events), ("Comments", comments.Where(one => one.Subject == thing).ToList()));
    }

    private static async Task<IResult> WriteAsync(HttpContext http, SignedIn? signedIn, Func<HttpContext, SignedIn, Seen, CancellationToken, Task<IResult>> show, CancellationToken ct)
    {
        var page = http.Request.Path.Value![..^Ending.Length];
        if (await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return Problems.OfStatus(StatusCodes.Status400BadRequest);
        if (signedIn is null)
            return Page.NotSignedIn(http, fields, page);
        if (signedIn.Scope < Scope.Write)
            return new SeeOther(page);
        var about = http.GetRouteValue("report") as string ?? One(fields, "about") ?? http.GetRouteValue("id") as string;
        var key = One(fields, "key") is { } sent && IdempotencyKey.IsKey(sent) ? sent : null;
        var (_, refusal) = await Of<OwnComments>(http).WriteAsync(signedIn.Person, Person(http), new(about, One(fields, "text")?.ReplaceLineEndings("\n")), key, ct);
        if (refusal is null)
            return new SeeOther(page + "#comments");
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return await show(http, signedIn, new(signedIn.Person, page) { Refused = new("comment", refusal, fields) }, ct);
    }

    private static Task<IResult> TakeBackAsync(HttpContext http, SignedIn? signedIn, CancellationToken ct) =>
        ActAsync(http, signedIn, $"/people/{Person(http):D}", (mine, id) => Of<OwnComments>(http).DeleteAsync(mine.Person.Id, Person(http), id, ct), ct);

    private static Task<IResult> DeleteAsync(HttpContext http, SignedIn? signedIn, CancellationToken ct) =>
        ActAsync(http, signedIn, Received, (mine, id) => Of<CommentsReceived>(http).DeleteAsync(mine.Person.Id, id, ct), ct);

    // What is gone already is gone: the page shows what there is.
    private static async Task<IResult> ActAsync(HttpContext http, SignedIn? signedIn, string otherwise, Func<SignedIn, Guid, Task> act, CancellationToken ct)
    {
        if (signedIn is null or { Scope: < Scope.Write } || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther(otherwise);
        if (Guid.TryParse(One(fields, "id"), out var id))
            await act(signedIn, id);
        return new SeeOther(Page.Local(One(fields, "back")) ?? otherwise);
    }

    private static string? One(IReadOnlyDictionary<string, string[]> fields, string name) => fields.TryGetValue(name, out var values) && values is [{ Length: > 0 } first, ..] ? first : null;

    private static Guid Person(HttpContext http) => Guid.Parse((string)http.GetRouteValue("person")!);

    private static T Of<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
