using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Journal.Web.Pages.SigningIn;

internal static class SignInEndpoints
{
    private const int LongestCode = 200;
    private const int Largest = 4096;

    // What a browser sends here is one packet. Nobody has said yet who they are, and somebody who sends it byte by byte keeps a place from others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", () => SignInPage.Of(StatusCodes.Status200OK, null)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sign-in.js", () => TypedResults.Text(SignInPage.Script, "text/javascript")).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-in", SignIn).WithMetadata(new SmallBody()).AllowAnonymous().ExcludeFromDescription();
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
        if (request.ContentType is not { } type || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return null;
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(Patience);
        try
        {
            var form = await request.ReadFormAsync(new() { ValueCountLimit = 2, KeyLengthLimit = LongestCode, ValueLengthLimit = LongestCode, BufferBodyLengthLimit = Largest }, soon.Token);
            return form["code"];
        }
        catch (Exception e) when (e is InvalidDataException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed class SmallBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Largest;
    }
}
