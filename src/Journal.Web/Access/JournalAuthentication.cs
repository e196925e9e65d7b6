using System.Security.Claims;
using System.Text.Encodings.Web;
using Journal.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Journal.Web.Access;

/// <summary>Bearer tokens for programs, a session cookie for browsers. A request that names a token is judged by it alone.</summary>
internal sealed class JournalAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, CredentialCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "journal";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        var cookie = SessionCookie.Read(Request);
        if ((authorization.Length == 0 && cookie is null) || HealthPath.Covers(Request))
            return AuthenticateResult.NoResult();

        var signedIn = authorization.Length == 0 ? await check.FindAsync(CredentialKind.Session, cookie, AuditSource.Of(Context), Context.RequestAborted)
            : authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await check.FindAsync(CredentialKind.Token, authorization[Bearer.Length..].Trim(), AuditSource.Of(Context), Context.RequestAborted)
                : null;
        if (signedIn is null)
            return AuthenticateResult.Fail("The credential is not good.");

        Context.Features.Set(signedIn);
        if (signedIn.Person.ZoneWarning() is { } warning)
            Response.Headers.Warning = $"299 journal \"{warning}\"";
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, signedIn.Person.Id.ToString())], SchemeName);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var given = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = given ? """Bearer realm="journal", error="invalid_token" """.TrimEnd() : """Bearer realm="journal" """.TrimEnd();
        return given
            ? Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "token.invalid", "The token is unknown, expired or revoked.")
            : Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "token.missing", "Send a token: Authorization: Bearer journal_...");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ScopeRequirement.Needed(Context) == Scope.Manage
            ? Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, "scope.manage", "This token may not manage tokens.")
            : Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, "scope.read", "This token may read, but not record.");
}
