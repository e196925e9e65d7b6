using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Pages.SigningIn;

/// <summary>How a browser comes to be signed in, and how it is signed out.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        open.MapGet("/sign-in", IResult (string? back) => Show(null, back));
        IdentityEndpoints.Map(app);
        open.MapPost("/sign-in", SignIn).WithMetadata(StrangersForm.Size);
        open.MapPost("/sign-in/passkey/challenge", Challenge).WithMetadata(StrangersForm.Size);
        open.MapPost("/sign-in/passkey", SignInByPasskey).WithMetadata(StrangersForm.Size);
        open.MapGet("/invitation", IResult () => ShowInvitation(null, null));
        open.MapPost("/invitation", Begin).WithMetadata(StrangersForm.Size);
        open.MapGet(StepUp.Address, ShowProving);
        open.MapPost(StepUp.Address, Prove).WithMetadata(StrangersForm.Size);
        open.MapPost("/sign-out", SignOut);
        open.MapPost("/sign-out/everywhere", SignOutEverywhere);
    }

    // A code is used up by this POST, which takes a person's click: a GET, by whoever looks ahead at links, changes nothing.
    private static async Task<IResult> SignIn(HttpContext context, Proofs proofs, Sessions sessions, CancellationToken ct)
    {
        var sent = await StrangersForm.ReadAsync(context.Request, ct);
        var (person, refusal) = await proofs.PersonOfAsync(sent["code"], sent["handle"], sent["password"], AuditSource.Of(context), ct);
        if (person is not { } known)
        {
            context.Response.StatusCode = Status(refusal!);
            return Show(refusal, sent.Back);
        }

        if (await BeginAsync(context, sessions, known, ct) is not { } shut)
            return new SeeOther(sent.Back);
        context.Response.StatusCode = Status(shut);
        return Show(shut, sent.Back);
    }

    private static async Task<IResult> Challenge(HttpContext context, Passkeys passkeys, CancellationToken ct) =>
        await passkeys.BeginAsync(Server(context), AuditSource.Of(context), ct) is { } request
            ? TypedResults.Json(request, ProvingJson.Default.PasskeyRequest)
            : Problems.Of(StatusCodes.Status429TooManyRequests, "passkey.wait", "Too many tries from here; wait a moment.");

    // In a browser that is signed in already it shows again who sits before it.
    private static async Task<IResult> SignInByPasskey(HttpContext context, SignedIn? signedIn, Passkeys passkeys, Sessions sessions, CancellationToken ct)
    {
        var (answer, problem) = await JsonBody.ReadAsync(context, ProvingJson.Default.PasskeyAnswer, StrangersForm.Patience);
        if (answer is null)
            return problem!;
        if (await passkeys.PersonOfAsync(Server(context), answer, ct) is not { } person)
            return Problems.Of(StatusCodes.Status401Unauthorized, Passkeys.NotGood.Code, Passkeys.NotGood.Reason);
        if (signedIn is not { Kind: CredentialKind.Session } || signedIn.Person.Id != person)
            return await BeginAsync(context, sessions, person, ct) is { } shut ? Problems.Of(shut) : TypedResults.NoContent();
        else if (!await sessions.ProvedAsync(signedIn, AuditSource.Of(context), ct))
            return Problems.Of(StatusCodes.Status401Unauthorized, "token.invalid", "This browser was signed out meanwhile.");
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Begin(HttpContext context, Invitations invitations, Sessions sessions, CancellationToken ct)
    {
        var sent = await StrangersForm.ReadAsync(context.Request, ct);
        var (person, refusal) = await invitations.AcceptAsync(sent["code"], sent["handle"]?.Trim() ?? "", sent["zone"]?.Trim() ?? "", ct);
        if (person is null)
        {
            context.Response.StatusCode = Status(refusal!);
            return ShowInvitation(refusal, sent);
        }

        await BeginAsync(context, sessions, person.Id, ct);
        return new SeeOther(WaysInEndpoints.Address);
    }

    private static async Task<IResult> ShowProving(HttpContext context, SignedIn? signedIn, string? back, CancellationToken ct) =>
        signedIn is null ? Show(null, back) : await ShowProvingAsync(context, signedIn, back, null, ct);

    private static async Task<IResult> Prove(HttpContext context, SignedIn? signedIn, Proofs proofs, Sessions sessions, CancellationToken ct)
    {
        var sent = await StrangersForm.ReadAsync(context.Request, ct);
        if (signedIn is null)
            return Show(null, sent.Back);
        var (person, refusal) = await proofs.PersonOfAsync(sent["code"], signedIn.Person.Handle, sent["password"], AuditSource.Of(context), ct);
        if (person == signedIn.Person.Id && await sessions.ProvedAsync(signedIn, AuditSource.Of(context), ct))
            return new SeeOther(sent.Back);
        refusal ??= Proofs.BadCode;
        context.Response.StatusCode = Status(refusal);
        return await ShowProvingAsync(context, signedIn, sent.Back, refusal, ct);
    }

    private static async Task<IResult> ShowProvingAsync(HttpContext context, SignedIn signedIn, string? back, Refusal? refusal, CancellationToken ct)
    {
        var (services, person) = (context.RequestServices, signedIn.Person.Id);
        var provider = services.GetRequiredService<JournalServerOptions>().OpenId;
        return Page.Of<ProvePage>(
            new(signedIn.Person, StepUp.Address), ("Back", Page.Local(back) ?? "/"), ("Message", refusal?.Reason),
            ("HasPassword", await services.GetRequiredService<Passwords>().SinceAsync(person, ct) is not null),
            ("HasPasskey", (await services.GetRequiredService<Passkeys>().ListAsync(person, ct)).Count > 0),
            ("Identity", provider is not null && (await services.GetRequiredService<Identities>().ListAsync(person, ct)).Count > 0 ? provider.Label : null));
    }

    private static async Task<IResult> SignOut(HttpContext context, CredentialCheck check, TokenRegistry tokens, CancellationToken ct)
    {
        if (await check.FindAsync(CredentialKind.Session, SessionCookie.Read(context.Request), AuditSource.Of(context), ct) is { } signedIn)
            await tokens.RevokeAsync(signedIn.Person.Id, signedIn.Credential, AuditSource.Of(context, signedIn.Credential), ct);
        SessionCookie.Clear(context.Response);
        return new SeeOther("/sign-in");
    }

    private static async Task<IResult> SignOutEverywhere(HttpContext context, CredentialCheck check, TokenRegistry tokens, CancellationToken ct)
    {
        if (await check.FindAsync(CredentialKind.Session, SessionCookie.Read(context.Request), AuditSource.Of(context), ct) is { } signedIn)
            await tokens.RevokeSessionsAsync(signedIn.Person.Id, AuditSource.Of(context, signedIn.Credential), ct);
        SessionCookie.Clear(context.Response);
        return new SeeOther("/sign-in");
    }

    /// <returns>Why not: <c>person.closed</c>.</returns>
    internal static async Task<Refusal?> BeginAsync(HttpContext context, Sessions sessions, Guid person, CancellationToken ct, DateTimeOffset? proved = null)
    {
        if (await context.RequestServices.GetRequiredService<PeopleRegistry>().FindAsync(person, ct) is not { Closed: null })
            return PeopleRegistry.Shut;
        SessionCookie.Write(context.Response, await sessions.BeginAsync(person, context.Request.Headers.UserAgent, AuditSource.Of(context), ct, proved));
        return null;
    }

    /// <summary>The address that a browser knows this server by, which passkeys are bound to.</summary>
    internal static Uri Server(HttpContext context) => new($"{context.Request.Scheme}://{context.Request.Host}");

    private static int Status(Refusal refusal) => refusal == Passwords.TooMany ? StatusCodes.Status429TooManyRequests
        : refusal == Proofs.BadCode || refusal == Passwords.Wrong || refusal == Invitations.NotGood ? StatusCodes.Status401Unauthorized
        : Problems.StatusOf(refusal);

    private static RazorComponentResult<SignInPage> Show(Refusal? refusal, string? back) => Page.Of<SignInPage>(null, ("Message", refusal?.Reason), ("Back", Page.Local(back) ?? "/"));

    private static RazorComponentResult<InvitationPage> ShowInvitation(Refusal? refusal, StrangersForm? sent) =>
        Page.Of<InvitationPage>(null, ("Message", refusal?.Reason), ("Code", sent?["code"]), ("Handle", sent?["handle"]), ("Zone", sent?["zone"]));
}
