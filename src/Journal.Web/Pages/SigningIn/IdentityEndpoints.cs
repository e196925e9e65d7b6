using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Http;
using Journal.Web.Pages.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Pages.SigningIn;

/// <summary>Signing in with what the operator's provider says, showing so again who one is, and linking it.</summary>
/// <remarks>A browser leaves by a link and not by a form: what a form leads to is bound to this server by the content policy. Leaving changes nothing; what is changed is changed by the form it meets when it is back.</remarks>
internal static class IdentityEndpoints
{
    public const string Address = "/sign-in/with";
    public const string Linking = "/settings/sign-in/with";

    public static void Map(IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<JournalServerOptions>().OpenId is null)
            return;
        var open = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        open.MapGet(Address, Leave);
        open.MapGet(Linking, LeaveToLink).WithStepUp(WaysInEndpoints.Address);
        open.MapPost(Address, Finish).WithMetadata(StrangersForm.Size);
    }

    /// <summary>Says in words that nothing came of it.</summary>
    public static Task FailedAsync(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = Status(refusal);
        return Show(http, refusal: refusal).ExecuteAsync(http);
    }

    /// <summary>Shows what the browser may go on with.</summary>
    public static Task ArrivedAsync(HttpContext http, IdentityPurpose purpose) =>
        Show(http, purpose == IdentityPurpose.Link ? IdentityStep.Link : IdentityStep.GoOn).ExecuteAsync(http);

    private static Task<IResult> Leave(string? back, HttpContext http, SignedIn? signedIn, TimeProvider clock) =>
        LeaveAsync(http, signedIn is { Kind: CredentialKind.Session } ? IdentityPurpose.Prove : IdentityPurpose.SignIn, signedIn, Page.Local(back) ?? "/", clock);

    private static Task<IResult> LeaveToLink(HttpContext http, SignedIn? signedIn, TimeProvider clock) => signedIn is { Kind: CredentialKind.Session }
        ? LeaveAsync(http, IdentityPurpose.Link, signedIn, WaysInEndpoints.Address, clock)
        : Task.FromResult<IResult>(new SeeOther(WaysInEndpoints.Address));

    private static async Task<IResult> LeaveAsync(HttpContext http, IdentityPurpose purpose, SignedIn? signedIn, string back, TimeProvider clock)
    {
        try
        {
            await http.ChallengeAsync(OpenIdSignIn.Scheme, OpenIdSignIn.Leaving(purpose, signedIn, back, clock.GetUtcNow()));
            return TypedResults.Empty;
        }
        catch (Exception down) when (OpenIdSignIn.IsDown(down) && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = Status(OpenIdSignIn.Down);
            return Show(http, refusal: OpenIdSignIn.Down);
        }
    }

    private static async Task<IResult> Finish(HttpContext http, SignedIn? signedIn, Identities identities, Newcomers newcomers, Sessions sessions, CancellationToken ct)
    {
        var sent = await StrangersForm.ReadAsync(http.Request, ct);
        if (await identities.FindAsync(IdentityCookie.Read(http.Request), ct) is not { } proven)
            return Refused(http, Identities.NotGood);
        return proven.Purpose switch
        {
            IdentityPurpose.SignIn => await SignInAsync(http, proven, sent, identities, newcomers, sessions, ct),
            // Whoever was signed out meanwhile, or is somebody else now, is not who left.
            _ when signedIn is not { Kind: CredentialKind.Session } || signedIn.Credential != proven.Session => Refused(http, Identities.NotGood),
            IdentityPurpose.Prove => await identities.ShowsAsync(proven, signedIn.Person.Id, ct) is { } refusal ? Refused(http, refusal)
                : await sessions.ProvedAsync(signedIn, AuditSource.Of(http), ct) ? Done(http, proven.Back) : Refused(http, Identities.NotGood),
            _ => await LinkAsync(http, signedIn, proven, identities, ct),
        };
    }

    private static async Task<IResult> LinkAsync(HttpContext http, SignedIn signedIn, ProvenIdentity proven, Identities identities, CancellationToken ct) =>
        !StepUp.Holds(signedIn, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) ? new SeeOther(StepUp.Address + QueryString.Create("back", proven.Back))
        : await identities.LinkAsync(proven, signedIn.Person.Id, AuditSource.Of(http), ct) is { } refusal ? Refused(http, refusal)
        : Done(http, proven.Back);

    private static async Task<IResult> SignInAsync(HttpContext http, ProvenIdentity proven, StrangersForm sent, Identities identities, Newcomers newcomers, Sessions sessions, CancellationToken ct)
    {
        var (known, refusal) = await identities.UseUpAsync(proven, ct);
        if (refusal is not null)
            return Refused(http, refusal);
        if (known is { } person)
        {
            // A provider that asked nothing lets in whoever finds the browser: that is not to have shown who one is.
            return await SignInEndpoints.BeginAsync(http, sessions, person, ct, proven.Shown ?? DateTimeOffset.UnixEpoch) is { } shut ? Refused(http, shut) : Done(http, proven.Back);
        }

        if (sent["handle"] is not { } handle)
            return Show(http, IdentityStep.Join);
        var (entered, why) = await newcomers.EnterAsync(proven, sent["code"], handle.Trim(), sent["zone"]?.Trim() ?? "", AuditSource.Of(http), ct);
        if (entered is null)
        {
            http.Response.StatusCode = Status(why!);
            return Show(http, IdentityStep.Join, why, sent);
        }

        await SignInEndpoints.BeginAsync(http, sessions, entered.Id, ct);
        return Done(http, WaysInEndpoints.Address);
    }

    private static SeeOther Done(HttpContext http, string back)
    {
        IdentityCookie.Clear(http.Response);
        return new(Page.Local(back) ?? "/");
    }

    private static RazorComponentResult<IdentityPage> Refused(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = Status(refusal);
        return Show(http, refusal: refusal);
    }

    private static int Status(Refusal refusal) => refusal == OpenIdSignIn.Down ? StatusCodes.Status502BadGateway
        : refusal == OpenIdSignIn.Declined || refusal == OpenIdSignIn.Wrong || refusal == Identities.NotGood || refusal == Invitations.NotGood || refusal == Identities.NotYours || refusal == Identities.NotShown ? StatusCodes.Status401Unauthorized
        : Problems.StatusOf(refusal);

    private static RazorComponentResult<IdentityPage> Show(HttpContext http, IdentityStep step = IdentityStep.Failed, Refusal? refusal = null, StrangersForm? sent = null)
    {
        var provider = http.RequestServices.GetRequiredService<JournalServerOptions>().OpenId!;
        return Page.Of<IdentityPage>(
            null, ("Step", step), ("Label", provider.Label), ("TakesNewPeople", provider.TakesNewPeople), ("Refusal", refusal),
            ("Code", sent?["code"]), ("Handle", sent?["handle"]), ("Zone", sent?["zone"]));
    }
}

/// <summary>What a browser that is back from the provider is shown.</summary>
public enum IdentityStep
{
    /// <summary>Why nothing came of it.</summary>
    Failed,

    /// <summary>That it is signed in, or believed, with the next step, which a script takes by itself.</summary>
    GoOn,

    /// <summary>Whether the identity is to be linked.</summary>
    Link,

    /// <summary>That nobody here is linked with the identity, and how to begin.</summary>
    Join,
}
