using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Journal.Web.Pages.SigningIn;

internal static class SignInEndpoints
{
    private const int LongestField = 2048;
    private const int Largest = 8192;

    /// <summary>Moves the code from the address to the form, so that it stays in no history.</summary>
    private const string Script = """
        const code = location.hash.slice(1);
        if (code) {
          document.getElementById('code').value = code;
          history.replaceState(null, '', location.pathname + location.search);
          document.getElementById('go').focus();
        }
        """;

    // What a browser sends here is one packet. Nobody has said yet who they are, and somebody who sends it byte by byte keeps a place from others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (string? back) => Show(null, back)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sign-in.js", () => TypedResults.Text(Script, "text/javascript")).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-in", SignIn).WithMetadata(new SmallBody()).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", SignOut).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out/everywhere", SignOutEverywhere).AllowAnonymous().ExcludeFromDescription();
    }

    // The code is used up by this POST, which takes a person's click: a GET, by whoever looks ahead at links, changes nothing.
    private static async Task<IResult> SignIn(HttpContext context, SignInLinks links, CancellationToken ct)
    {
        var (code, back) = await ReadAsync(context.Request, ct);
        if (await links.ExchangeAsync(code, AuditSource.Of(context), ct) is not { } session)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Show("This code is used up, older than ten minutes, or mistyped. Ask for a new link.", back);
        }

        SessionCookie.Write(context.Response, session);
        return new SeeOther(Page.Local(back) ?? "/");
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

    private static RazorComponentResult<SignInPage> Show(string? message, string? back) => Page.Of<SignInPage>(null, ("Message", message), ("Back", Page.Local(back) ?? "/"));

    private static async Task<(string? Code, string? Back)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentType is not { } type || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return default;
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(Patience);
        try
        {
            var form = await request.ReadFormAsync(new() { ValueCountLimit = 2, KeyLengthLimit = LongestField, ValueLengthLimit = LongestField, BufferBodyLengthLimit = Largest }, soon.Token);
            return (form["code"], form["back"]);
        }
        catch (Exception e) when (e is InvalidDataException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return default;
        }
    }

    private sealed class SmallBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Largest;
    }
}
