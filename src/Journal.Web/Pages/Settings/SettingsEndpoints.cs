using Journal.Practices;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Samples;

namespace Journal.Web.Pages.Settings;

internal static class SettingsEndpoints
{
    private const int AuditLines = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/settings", (http, signedIn, seen, ct) => Show(http, signedIn, seen, null, ct));
        pages.MapPage("/settings/audit", ShowAudit);
        pages.MapPost("/settings/zone", Move);
        pages.MapPost("/settings/tokens", Issue).WithStepUp("/settings");
        pages.MapPost("/settings/revoke", Revoke);
        pages.MapPost("/settings/look", Choose);
        pages.MapPost("/settings/samples", ChooseSamples);
    }

    private static async Task<IResult> Show(HttpContext http, SignedIn signedIn, Seen seen, string? issued, CancellationToken ct)
    {
        var (context, tokens) = (await PageContext.ReadAsync(http, signedIn, ct), http.RequestServices.GetRequiredService<TokenRegistry>());
        var samples = http.RequestServices.GetRequiredService<SampleJournals>();
        return Page.Of<SettingsPage>(
            seen, ("Samples", samples.AreOffered ? await samples.AreShownAsync(ct) : (bool?)null), ("Context", context), ("Practices", context.Facts.Of<PracticeFact>().Where(practice => practice.DroppedAt is null).ToList()),
            ("Credentials", await tokens.ListAsync(signedIn.Person.Id, ct)), ("Current", signedIn.Credential), ("Issued", issued));
    }

    private static async Task<IResult> ShowAudit(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var before = Guid.TryParse(http.Request.Query["before"], out var id) ? id : (Guid?)null;
        var acts = await http.RequestServices.GetRequiredService<AuditTrail>().ListAsync(signedIn.Person.Id, before, AuditLines, ct);
        return Page.Of<AuditPage>(seen, ("Acts", acts), ("Next", acts.Count == AuditLines ? acts[^1].Id : (Guid?)null));
    }

    // Of the browser, and nobody else's: whoever is shown the pages may choose.
    private static async Task<IResult> Choose(HttpContext http, CancellationToken ct)
    {
        if (await FormFields.ReadAsync(http.Request, ct) is { } fields)
            Look.Of(One(fields, "theme"), One(fields, "firstDay")).Keep(http.Response);
        return new SeeOther("/settings");
    }

    private static Task<IResult> Move(HttpContext http, SignedIn? signedIn, PeopleRegistry people, CancellationToken ct) => TakeAsync(http, signedIn, "zone", async (mine, fields) =>
        (await people.MoveAsync(mine.Person.Id, One(fields, "zone"), ct)).Refusal is { } refusal ? (refusal, null) : (null, new SeeOther("/settings")), ct);

    // The secret is shown in this answer and nowhere else, so there is no going on to another page.
    private static Task<IResult> Issue(HttpContext http, SignedIn? signedIn, TokenRegistry tokens, CancellationToken ct) => TakeAsync(http, signedIn, "token", async (mine, fields) =>
    {
        var scope = Enum.TryParse<Scope>(One(fields, "scope"), ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : Scope.Write;
        var (issued, refusal) = await tokens.IssueAsync(mine.Person.Id, scope, One(fields, "label"), null, AuditSource.Of(http), ct);
        return issued is null ? (refusal, null) : (null, await Show(http, mine, new Seen(mine.Person, "/settings"), issued.Secret, ct));
    }, ct);

    private static Task<IResult> ChooseSamples(HttpContext http, SignedIn? signedIn, SampleJournals samples, CancellationToken ct) => TakeAsync(http, signedIn, "samples", async (_, fields) =>
    {
        await samples.ChooseAsync(One(fields, "show") == "yes", AuditSource.Of(http), ct);
        return (null, new SeeOther("/settings"));
    }, ct);

    private static Task<IResult> Revoke(HttpContext http, SignedIn? signedIn, TokenRegistry tokens, CancellationToken ct) => TakeAsync(http, signedIn, "revoke", async (mine, fields) =>
        Guid.TryParse(One(fields, "id"), out var id) && await tokens.RevokeAsync(mine.Person.Id, id, AuditSource.Of(http), ct)
            ? (null, new SeeOther("/settings"))
            : (TokenRegistry.Unknown, null), ct);

    private static async Task<IResult> TakeAsync(
        HttpContext http, SignedIn? signedIn, string form, Func<SignedIn, IReadOnlyDictionary<string, string[]>, Task<(Refusal? Refusal, IResult? Answer)>> take, CancellationToken ct)
    {
        // Who may let others in is asked as of a token at the API.
        if (signedIn is not { Scope: Scope.Manage } || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther("/settings");
        var (refusal, answer) = await take(signedIn, fields);
        if (refusal is null)
            return answer!;
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return await Show(http, signedIn, new Seen(signedIn.Person, "/settings") { Refused = new(form, refusal, fields) }, null, ct);
    }

    private static string? One(IReadOnlyDictionary<string, string[]> fields, string name) => fields.TryGetValue(name, out var values) ? values[0].Trim() : null;
}
