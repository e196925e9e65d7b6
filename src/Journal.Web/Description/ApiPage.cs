using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Journal.Web.Description;

/// <summary>The page that shows the API to people and lets them try it.</summary>
internal static class ApiPage
{
    public const string Address = "/api/docs";

    public static void Map(IEndpointRouteBuilder app) => app.MapScalarApiReference(Address, (page, http) =>
        {
            var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            // What draws the page styles it from its script; nothing comes from elsewhere, and nothing else may run.
            http.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
            page.WithTitle("Journal API").WithOpenApiRoutePattern(ApiDocument.Address).WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp();
        })
        .AllowAnonymous().ExcludeFromDescription();
}
