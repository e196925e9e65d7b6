using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Journal.Web.Tests.Access;

/// <summary>An OpenID Connect provider on loopback. It knows whoever comes as <see cref="Subject"/>, and can be told to answer badly.</summary>
public sealed class Provider : IAsyncDisposable
{
    public const string ClientId = "journal";
    public const string Secret = "a secret of the two of them";
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, bool> codes = [];
    private readonly WebApplication app;
    private string? nonce;

    public Provider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AddEphemeralEncryptionKey().AddSigningKey(new RsaSecurityKey(rsa) { KeyId = "one" });
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId)
                    asked.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId || asked.ClientSecret != Secret)
                    asked.Reject(Errors.InvalidClient);
                else if (!codes.TryAdd(asked.Request.Code!, true))
                    asked.Reject(Errors.InvalidGrant, "The code was used before.");
                return default;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(SignIn));
        });
        app = builder.Build();
        app.Use(MisbehaveAsync);
        app.UseAuthentication();
        app.Start();
        Address = new(app.Urls.Single());
    }

    public Uri Address { get; }

    /// <summary>Whom it knows the next one as.</summary>
    public string Subject { get; set; } = "nobody yet";

    /// <summary>When it says that they showed who they are; null where it does not say.</summary>
    public DateTimeOffset? Shown { get; set; }

    /// <summary>What it answers at its endpoints instead; null where it behaves.</summary>
    public (int Status, string Body)? Answer { get; set; }

    /// <summary>Whether that concerns only the endpoint for tokens.</summary>
    public bool OnlyTokens { get; set; }

    /// <summary>What it changes in the token that says who somebody is; null where it behaves.</summary>
    public Action<Dictionary<string, object>>? Forge { get; set; }

    public bool Declines { get; set; }

    /// <summary>What it was asked by the last browser.</summary>
    public OpenIddictRequest? Asked { get; private set; }

    public void Behave() => (Answer, OnlyTokens, Forge, Declines, Shown) = (null, false, null, false, TimeProvider.System.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private ValueTask SignIn(HandleAuthorizationRequestContext asked)
    {
        (Asked, nonce) = (asked.Request, asked.Request.Nonce);
        if (Declines)
        {
            asked.Reject(Errors.AccessDenied, "They said no.");
            return default;
        }

        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Email, "the-same@example.org");
        if (Shown is { } at)
            identity.SetClaim(Claims.AuthenticationTime, at.ToUnixTimeSeconds());
        identity.SetScopes(asked.Request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        asked.SignIn(new ClaimsPrincipal(identity));
        return default;
    }

    private async Task MisbehaveAsync(HttpContext http, RequestDelegate next)
    {
        var isTokens = http.Request.Path == "/connect/token";
        if (Answer is { } answer && (isTokens || !OnlyTokens))
        {
            http.Response.StatusCode = answer.Status;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(answer.Body);
        }
        else if (Forge is { } forge && isTokens)
        {
            var claims = new Dictionary<string, object>
            {
                ["iss"] = Address.ToString(),
                ["sub"] = Subject,
                ["aud"] = ClientId,
                ["nonce"] = nonce ?? "",
                ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(),
                ["auth_time"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            };
            forge(claims);
            using var other = RSA.Create(2048);
            var key = new RsaSecurityKey(claims.Remove("key") ? other : rsa) { KeyId = "one" };
            var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = new(key, SecurityAlgorithms.RsaSha256) });
            await http.Response.WriteAsJsonAsync(new { access_token = "a", token_type = "Bearer", expires_in = 60, id_token = token });
        }
        else
        {
            await next(http);
        }
    }
}
