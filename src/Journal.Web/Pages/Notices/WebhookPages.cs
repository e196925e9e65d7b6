using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Reactions.Webhooks;

namespace Journal.Web.Pages.Notices;

/// <summary>Which programs hear of what is recorded, and what became of what was sent to them.</summary>
internal static class WebhookPages
{
    public const string Address = "/settings/webhooks";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, (http, signedIn, seen, ct) => ShowAsync(http, signedIn, seen, null, ct));
        var guarded = pages.MapGroup("").WithStepUp(Address);
        guarded.MapPost(Address + "/add", Add);
        guarded.MapPost(Address + "/change", Change);
        guarded.MapPost(Address + "/rotate", Rotate);
        pages.MapPost(Address + "/replay", Replay);
        pages.MapPost(Address + "/end", End);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, SignedIn signedIn, Seen seen, WebhookLine? made, CancellationToken ct)
    {
        var hooks = http.RequestServices.GetRequiredService<WebhookRegistry>();
        var list = await hooks.ListAsync(signedIn.Person.Id, ct);
        var log = Guid.TryParse(http.Request.Query["log"], out var id) && list.FirstOrDefault(one => one.Id == id) is { } hook ? hook : null;
        return Page.Of<WebhooksPage>(
            seen, ("Webhooks", list), ("Made", made), ("Logged", log), ("Deliveries", log is null ? null : await hooks.DeliveriesAsync(signedIn.Person.Id, log.Id, ct)));
    }

    // The secret is shown in this answer and nowhere else, so there is no going on to another page.
    private static Task<IResult> Add(HttpContext http, SignedIn? signedIn, WebhookRegistry hooks, CancellationToken ct) => TakeAsync(http, signedIn, "webhook", async (mine, sent) =>
    {
        var kinds = (sent("kinds") ?? "").Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (made, refusal) = await hooks.AddAsync(mine.Person.Id, new(sent("url") ?? "", kinds.Length == 0 ? null : kinds, sent("words") == "true"), AuditSource.Of(http), ct);
        return (refusal, made is null ? null : await ShowAsync(http, mine, new(mine.Person, Address), made, ct));
    }, ct);

    private static Task<IResult> Change(HttpContext http, SignedIn? signedIn, WebhookRegistry hooks, CancellationToken ct) => TakeAsync(http, signedIn, "change", async (mine, sent) =>
        ((await hooks.ChangeAsync(mine.Person.Id, Id(sent("id")), new(Words: Flag(sent("words")), Off: Flag(sent("off"))), AuditSource.Of(http), ct)).Refusal, null), ct);

    private static Task<IResult> Rotate(HttpContext http, SignedIn? signedIn, WebhookRegistry hooks, CancellationToken ct) => TakeAsync(http, signedIn, "rotate", async (mine, sent) =>
        await hooks.RotateAsync(mine.Person.Id, Id(sent("id")), AuditSource.Of(http), ct) is { } made ? (null, await ShowAsync(http, mine, new(mine.Person, Address), made, ct)) : (WebhookRegistry.Unknown, null), ct);

    private static Task<IResult> Replay(HttpContext http, SignedIn? signedIn, WebhookRegistry hooks, CancellationToken ct) => TakeAsync(http, signedIn, "replay", async (mine, sent) =>
        (await hooks.ReplayAsync(mine.Person.Id, Id(sent("id")), Id(sent("delivery")), ct), new SeeOther($"{Address}?log={Id(sent("id")):D}")), ct);

    private static Task<IResult> End(HttpContext http, SignedIn? signedIn, WebhookRegistry hooks, CancellationToken ct) => TakeAsync(http, signedIn, "end", async (mine, sent) =>
        (await hooks.RemoveAsync(mine.Person.Id, Id(sent("id")), AuditSource.Of(http), ct) ? null : WebhookRegistry.Unknown, null), ct);

    private static async Task<IResult> TakeAsync(HttpContext http, SignedIn? signedIn, string form, Func<SignedIn, Func<string, string?>, Task<(Refusal? Refusal, IResult? Answer)>> take, CancellationToken ct)
    {
        if (signedIn is not { Scope: Scope.Manage } || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther(Address);
        var (refusal, answer) = await take(signedIn, name => fields.TryGetValue(name, out var values) ? values[0].Trim() : null);
        if (refusal is null)
            return answer ?? new SeeOther(Address);
        http.Response.StatusCode = Problems.StatusOf(refusal);
        return await ShowAsync(http, signedIn, new(signedIn.Person, Address) { Refused = new(form, refusal, fields) }, null, ct);
    }

    private static Guid Id(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;

    private static bool? Flag(string? text) => bool.TryParse(text, out var flag) ? flag : null;
}
