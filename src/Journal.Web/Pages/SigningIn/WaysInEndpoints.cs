using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Http;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;

namespace Journal.Web.Pages.SigningIn;

/// <summary>What a person signs in with, and which browsers are: set up by whoever has just shown who they are.</summary>
internal static class WaysInEndpoints
{
    public const string Address = "/settings/sign-in";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, (http, signedIn, seen, ct) => ShowAsync(http, signedIn, seen, null, ct));
        var guarded = pages.MapGroup("").WithStepUp(Address);
        guarded.MapPost("/settings/password", SetPassword);
        guarded.MapPost("/settings/password/remove", RemovePassword);
        guarded.MapPost("/settings/recovery", MakeCodes);
        guarded.MapPost("/settings/passkeys/challenge", Challenge);
        guarded.MapPost("/settings/passkeys", AddPasskey);
        guarded.MapPost("/settings/passkeys/remove", RemovePasskey);
        guarded.MapPost("/settings/identities/remove", Unlink);
        pages.MapPost("/settings/browsers", Rename);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, SignedIn signedIn, Seen seen, IReadOnlyList<string>? codes, CancellationToken ct)
    {
        var (services, person) = (http.RequestServices, signedIn.Person.Id);
        return Page.Of<WaysInPage>(
            seen, ("Current", signedIn.Credential), ("Codes", codes),
            ("Password", await services.GetRequiredService<Passwords>().SinceAsync(person, ct)),
            ("CodesLeft", await services.GetRequiredService<RecoveryCodes>().LeftAsync(person, ct)),
            ("Identities", await services.GetRequiredService<Identities>().ListAsync(person, ct)), ("Provider", services.GetRequiredService<JournalServerOptions>().OpenId?.Label),
            ("Passkeys", await services.GetRequiredService<Passkeys>().ListAsync(person, ct)),
            ("Browsers", (await services.GetRequiredService<TokenRegistry>().ListAsync(person, ct)).Where(one => one is { Kind: CredentialKind.Session, Revoked: null }).ToList()));
    }

    private static Task<IResult> SetPassword(HttpContext http, SignedIn? signedIn, Passwords passwords, CancellationToken ct) => TakeAsync(http, signedIn, "password", async (mine, sent) =>
        (sent("password") == sent("again")
            ? await passwords.SetAsync(mine.Person.Id, sent("password"), AuditSource.Of(http), ct)
            : Refusal.Invalid("password.again", "The two are not the same."), null), ct);

    private static Task<IResult> RemovePassword(HttpContext http, SignedIn? signedIn, Passwords passwords, CancellationToken ct) => TakeAsync(http, signedIn, "password", async (mine, _) =>
    {
        await passwords.RemoveAsync(mine.Person.Id, AuditSource.Of(http), ct);
        return (null, null);
    }, ct);

    // The codes are shown in this answer and nowhere else, so there is no going on to another page.
    private static Task<IResult> MakeCodes(HttpContext http, SignedIn? signedIn, RecoveryCodes codes, CancellationToken ct) => TakeAsync(http, signedIn, "recovery", async (mine, _) =>
        (null, await ShowAsync(http, mine, new(mine.Person, Address), await codes.MakeAsync(mine.Person.Id, AuditSource.Of(http), ct), ct)), ct);

    private static async Task<IResult> Challenge(HttpContext http, SignedIn? signedIn, Passkeys passkeys, CancellationToken ct) => signedIn is { Scope: Scope.Manage }
        ? TypedResults.Json(await passkeys.BeginAddingAsync(signedIn.Person, SignInEndpoints.Server(http), ct), ProvingJson.Default.PasskeyRequest)
        : Problems.OfStatus(StatusCodes.Status404NotFound);

    private static async Task<IResult> AddPasskey(HttpContext http, SignedIn? signedIn, Passkeys passkeys, CancellationToken ct)
    {
        if (signedIn is not { Scope: Scope.Manage })
            return Problems.OfStatus(StatusCodes.Status404NotFound);
        var (answer, problem) = await JsonBody.ReadAsync(http, ProvingJson.Default.PasskeyAnswer);
        return answer is null ? problem!
            : await passkeys.AddAsync(signedIn.Person.Id, SignInEndpoints.Server(http), answer, AuditSource.Of(http), ct) is { } refusal ? Problems.Of(refusal)
            : TypedResults.NoContent();
    }

    private static Task<IResult> RemovePasskey(HttpContext http, SignedIn? signedIn, Passkeys passkeys, CancellationToken ct) => TakeAsync(http, signedIn, "passkeys", async (mine, sent) =>
        (await passkeys.RemoveAsync(mine.Person.Id, sent("id"), AuditSource.Of(http), ct) ? null : Refusal.Unknown("passkey.unknown", "There is no such passkey."), null), ct);

    private static Task<IResult> Unlink(HttpContext http, SignedIn? signedIn, Identities identities, CancellationToken ct) => TakeAsync(http, signedIn, "identities", async (mine, sent) =>
        (await identities.UnlinkAsync(mine.Person.Id, sent("id"), AuditSource.Of(http), ct), null), ct);

    private static Task<IResult> Rename(HttpContext http, SignedIn? signedIn, Sessions sessions, CancellationToken ct) => TakeAsync(http, signedIn, "browsers", async (mine, sent) =>
        (Guid.TryParse(sent("id"), out var id) ? await sessions.RenameAsync(mine.Person.Id, id, sent("label")?.Trim(), ct) : TokenRegistry.Unknown, null), ct);

    private static async Task<IResult> TakeAsync(HttpContext http, SignedIn? signedIn, string form, Func<SignedIn, Func<string, string?>, Task<(Refusal? Refusal, IResult? Answer)>> take, CancellationToken ct)
    {
        if (signedIn is not { Scope: Scope.Manage } || await FormFields.ReadAsync(http.Request, ct) is not { } fields)
            return new SeeOther(Address);
        var (refusal, answer) = await take(signedIn, name => fields.TryGetValue(name, out var values) ? values[0] : null);
        if (refusal is null)
            return answer ?? new SeeOther(Address);
        http.Response.StatusCode = Problems.StatusOf(refusal);
        // Nothing that was typed is shown again: passwords were.
        return await ShowAsync(http, signedIn, new(signedIn.Person, Address) { Refused = new(form, refusal, new Dictionary<string, string[]>()) }, null, ct);
    }
}
