using Journal.Web.Access;
using Journal.Web.Http;

namespace Journal.Web.Pages.SigningIn;

internal static class SignInEndpoints
{
    private const int LongestCode = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", () => SignInPage.Of(StatusCodes.Status200OK, null)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sign-in.js", () => TypedResults.Text(SignInPage.Script, "text/javascript")).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-in", SignIn).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", SignOut).AllowAnonymous().ExcludeFromDescription();
    }

    // The code is used up by this POST, which takes a person's click: a GET, by whoever looks ahead at links, changes nothing.
    private static async Task<IResult> SignIn(HttpContext context, SignInLinks links, CancellationToken ct)
    {
        if (await links.ExchangeAsync(await ReadCodeAsync(context.Request, ct), ct) is not { } session)
            return SignInPage.Of(StatusCodes.Status401Unauthorized, "This code is used up, older than ten minutes, or mistyped. Ask for a new link.");
        SessionCookie.Write(context.Response, session);
        return new SeeOther("/");
    }

    private static async Task<IResult> SignOut(HttpContext context, CredentialCheck check, TokenRegistry tokens, CancellationToken ct)
    {
        if (await check.FindAsync(CredentialKind.Session, SessionCookie.Read(context.Request), ct) is { } signedIn)
            await tokens.RevokeAsync(signedIn.Person.Id, signedIn.Credential, ct);
        SessionCookie.Clear(context.Response);
        return new SeeOther("/sign-in");
    }

    private static async Task<string?> ReadCodeAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            var form = await request.ReadFormAsync(new() { ValueCountLimit = 2, KeyLengthLimit = LongestCode, ValueLengthLimit = LongestCode, BufferBodyLengthLimit = 4096 }, ct);
            return form["code"];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
