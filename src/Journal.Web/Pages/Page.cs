using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace Journal.Web.Pages;

/// <summary>How a page comes about: it is looked at with GET, and what its forms send is recorded with POST, after which the browser looks again.</summary>
internal static class Page
{
    private const string Key = "key";
    private const string Undo = "undo";
    private const string Recorded = "recorded";

    private static readonly string[] Prose = ["text", "note", "reason", "question", "title", "why", "choice", "challenge"];

    /// <summary>Maps a page. Whoever is not signed in is told how to be, in a page and not in a problem document.</summary>
    /// <param name="pages">The group of all pages.</param>
    /// <param name="address">Its address.</param>
    /// <param name="show">Makes it, with what was refused in it.</param>
    public static void MapPage(this IEndpointRouteBuilder pages, string address, Func<HttpContext, SignedIn, Seen, CancellationToken, Task<IResult>> show)
    {
        pages.MapGet(address, async Task<IResult> (HttpContext http, SignedIn? signedIn, PersonEvents events, CancellationToken ct) =>
            signedIn is null ? NotSignedIn(http, null) : await show(http, signedIn, await SeenAsync(http, signedIn, events, ct), ct));
        pages.MapPost(address, async Task<IResult> (HttpContext http, SignedIn? signedIn, FormSender forms, PersonEvents events, CancellationToken ct) =>
        {
            if (await FormFields.ReadAsync(http.Request, ct) is not { } fields)
                return Problems.OfStatus(StatusCodes.Status400BadRequest);
            if (signedIn is null)
                return NotSignedIn(http, fields);
            var (recorded, refused) = await forms.SendAsync(signedIn, fields, ct);
            if (recorded is not null)
                return new SeeOther(Next(http, fields, recorded.Events.Count > 0 ? recorded.Events[0].Id : null));
            http.Response.StatusCode = Problems.StatusOf(refused!.Refusal);
            return await show(http, signedIn, await SeenAsync(http, signedIn, events, ct) with { Refused = refused, Notice = null }, ct);
        });
    }

    /// <summary>A component as the answer, whole.</summary>
    public static RazorComponentResult<TPage> Of<TPage>(Seen? seen, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TPage : IComponent
    {
        var all = new Dictionary<string, object?> { ["Seen"] = seen };
        foreach (var (name, value) in parameters)
            all.Add(name, value);
        return new(all) { PreventStreamingRendering = true };
    }

    public static IResult Missing(Seen seen, HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Of<NothingPage>(seen);
    }

    /// <summary>An address of this server that somebody sent along; null for anything else.</summary>
    public static string? Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && address.Length <= 2000 ? address : null;

    /// <summary>How to sign in, with what somebody typed, so that it is not lost.</summary>
    /// <param name="http">The request.</param>
    /// <param name="typed">What was sent; null where nothing was.</param>
    /// <param name="back">The page to go back to; null for the address itself.</param>
    public static RazorComponentResult<WelcomePage> NotSignedIn(HttpContext http, IReadOnlyDictionary<string, string[]>? typed, string? back = null)
    {
        var isStart = http.Request.Path == "/" && typed is null && http.Request.QueryString.Value is null or "";
        http.Response.StatusCode = isStart ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        return Of<WelcomePage>(null, ("Back", back ?? Path(http.Request)), ("Typed", Typed(typed)));
    }

    // What somebody wrote must not be lost because their session ended meanwhile, also where no script keeps it.
    private static IReadOnlyList<string> Typed(IReadOnlyDictionary<string, string[]>? fields) =>
        fields is null ? [] : [.. Prose.SelectMany(name => fields.TryGetValue(name, out var values) ? values : []).Where(value => value.Trim().Length > 0)];

    private static async Task<Seen> SeenAsync(HttpContext http, SignedIn signedIn, PersonEvents events, CancellationToken ct)
    {
        var query = http.Request.Query;
        var done = Guid.TryParse(query[Undo], out var id) ? await events.FindAsync(signedIn.Person.Id.ToString("D"), id, ct) : null;
        var unread = await http.RequestServices.GetRequiredService<Reactions.Notices>().UnreadAsync(signedIn.Person.Id, ct);
        return new(signedIn.Person, Path(http.Request)) { Unread = unread, Notice = done is null ? null : Notice.Of(done), Recorded = Guid.TryParse(query[Recorded], out var key) ? key.ToString("D") : null };
    }

    /// <summary>The page's address, without what it was told of the form before.</summary>
    private static string Path(HttpRequest request) => request.Path + QueryString.Create(request.Query.Where(one => one.Key is not (Undo or Recorded)));

    private static string Next(HttpContext http, IReadOnlyDictionary<string, string[]> fields, Guid? e)
    {
        var back = (fields.TryGetValue("back", out var to) ? Local(to[0]) : null) ?? Path(http.Request);
        var (address, place) = back.Split('#', 2) is [var before, var behind] ? (before, "#" + behind) : (back, "");
        List<KeyValuePair<string, StringValues>> said = [];
        if (e is { } id)
            said.Add(new(Undo, id.ToString("D")));
        if (fields.TryGetValue(Key, out var key) && Guid.TryParse(key[0], out var sent))
            said.Add(new(Recorded, sent.ToString("D")));
        var query = QueryString.Create(said).Value;
        return address + (address.Contains('?', StringComparison.Ordinal) && query is { Length: > 0 } ? "&" + query[1..] : query) + place;
    }
}
