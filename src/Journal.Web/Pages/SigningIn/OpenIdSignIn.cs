using System.Globalization;
using System.Security.Claims;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Journal.Web.Pages.SigningIn;

/// <summary>How a browser goes to the operator's provider and comes back: the code flow with PKCE, state and nonce, by the framework's handler.</summary>
/// <remarks>
/// The answer comes by GET, for the guard of origins lets no other site post. It comes from elsewhere, so that the session's cookie, which is strict, is not with it: what came is
/// kept, and the page that is shown sends the browser on from here, with the cookie. The handler signs nobody in.
/// </remarks>
internal static class OpenIdSignIn
{
    public const string Scheme = "openid";
    public const string Callback = "/sign-in/with/back";
    private const string Attempt = "attempt", Purpose = "purpose", Begun = "begun", Session = "session", Back = "back";
    private const int LongestSubject = 255;

    /// <summary>How long somebody may take at the provider.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Under the time that a request may take, so that the person is told.
    private static readonly TimeSpan ProviderPatience = TimeSpan.FromSeconds(20);

    public static Refusal Down { get; } = Refusal.Invalid("identity.provider", "The provider does not answer, or not so that it can be understood. Sign in another way, or try later.");

    public static Refusal Declined { get; } = Refusal.Invalid("identity.declined", "The provider did not say who you are.");

    public static Refusal Wrong { get; } = Refusal.Invalid("identity.answer", "The provider's answer does not belong to what this browser asked just now. Begin again.");

    /// <summary>Adds it for where the operator named a provider.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Identities>().AddSingleton<Newcomers>().AddTransient<OpenIdConnectHandler>().AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        // Below a warning the handler tells what it was sent.
        services.AddLogging(logging => logging.AddFilter(typeof(OpenIdConnectHandler).FullName, LogLevel.Warning));
        services.AddOptions<AuthenticationOptions>().Configure<JournalServerOptions>((authentication, journal) =>
        {
            if (journal.OpenId is not null)
                authentication.AddScheme<OpenIdConnectHandler>(Scheme, null);
        });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<JournalServerOptions>(Configure);
    }

    /// <summary>What a browser takes with it.</summary>
    public static OpenIdConnectChallengeProperties Leaving(IdentityPurpose purpose, SignedIn? signedIn, string back, DateTimeOffset now)
    {
        var leaving = new OpenIdConnectChallengeProperties { RedirectUri = "/" };
        leaving.Items[Attempt] = Guid.NewGuid().ToString("N");
        leaving.Items[Purpose] = purpose.ToString();
        leaving.Items[Begun] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        leaving.Items[Back] = back;
        if (signedIn is not null && purpose != IdentityPurpose.SignIn)
            leaving.Items[Session] = signedIn.Credential.ToString("N");
        if (purpose == IdentityPurpose.Prove)
            (leaving.Prompt, leaving.MaxAge) = (OpenIdConnectPrompt.Login, TimeSpan.Zero);
        return leaving;
    }

    /// <summary>Whether the provider cannot be asked, for a reason that is not this browser's.</summary>
    public static bool IsDown(Exception? failure) =>
        failure is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException or System.Text.Json.JsonException or ArgumentException || (failure?.InnerException is { } inner && IsDown(inner));

    private static void Configure(OpenIdConnectOptions options, JournalServerOptions journal)
    {
        if (journal.OpenId is not { } provider)
            return;
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority.ToString(), provider.ClientId, provider.Secret);
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        (options.ResponseType, options.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.DisableTelemetry = true;
        options.CallbackPath = Callback;
        // Signed out here is signed out here: the provider ends no session of ours, and we none of its.
        options.SignedOutCallbackPath = options.RemoteSignOutPath = default;
        options.SignInScheme = JournalAuthentication.SchemeName;
        (options.BackchannelTimeout, options.RemoteAuthenticationTimeout) = (ProviderPatience, Patience);
        options.ProtocolValidator.NonceLifetime = Patience;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        options.DataProtectionProvider = SealedState.Of(provider.Secret);
        (options.CorrelationCookie, options.NonceCookie) = (Carried("__Host-journal-state."), Carried("__Host-journal-nonce."));
        options.Events = new()
        {
            OnRedirectToIdentityProvider = leaving =>
            {
                if (journal.PublicAddress is { } address)
                    leaving.ProtocolMessage.RedirectUri = new Uri(new Uri(address), Callback).ToString();
                return Task.CompletedTask;
            },
            OnMessageReceived = CheckIssuerAsync,
            OnTicketReceived = TakeInAsync,
            OnAccessDenied = denied =>
            {
                denied.HandleResponse();
                return IdentityEndpoints.FailedAsync(denied.HttpContext, Declined);
            },
            OnRemoteFailure = failed =>
            {
                failed.HandleResponse();
                return IdentityEndpoints.FailedAsync(failed.HttpContext, IsDown(failed.Failure) ? Down : Wrong);
            },
        };
    }

    // It comes back with the browser from another site, by a link and by nothing else.
    private static CookieBuilder Carried(string name) =>
        new() { Name = name, Path = "/", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.Lax, IsEssential = true, Expiration = Patience };

    // RFC 9207: a provider that says who answers is to be the one that was asked.
    private static async Task CheckIssuerAsync(MessageReceivedContext received)
    {
        if (received.ProtocolMessage.Iss is { Length: > 0 } issuer && received.Options.ConfigurationManager is { } known
            && (await known.GetConfigurationAsync(received.HttpContext.RequestAborted)).Issuer != issuer)
            received.Fail(Wrong.Reason);
    }

    private static async Task TakeInAsync(TicketReceivedContext received)
    {
        received.HandleResponse();
        var (http, items, said) = (received.HttpContext, received.Properties?.Items, received.Principal);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (items is null || said?.FindFirstValue("iss") is not { Length: > 0 } issuer || said.FindFirstValue("sub") is not { Length: > 0 and <= LongestSubject } subject
            || !Guid.TryParse(items[Attempt], out var attempt) || !Enum.TryParse<IdentityPurpose>(items[Purpose], out var purpose)
            || !long.TryParse(items[Begun], CultureInfo.InvariantCulture, out var begun) || now - DateTimeOffset.FromUnixTimeSeconds(begun) is var taken && taken > Patience)
        {
            await IdentityEndpoints.FailedAsync(http, Wrong);
            return;
        }

        var shown = long.TryParse(said.FindFirstValue("auth_time"), CultureInfo.InvariantCulture, out var at) && at is >= 0 and < 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(at) : (DateTimeOffset?)null;
        var proven = new ProvenIdentity(
            attempt, [], LinkedIdentity.IdOf(issuer, subject), issuer, purpose, DateTimeOffset.FromUnixTimeSeconds(begun), shown > now ? now : shown,
            Guid.TryParse(items.TryGetValue(Session, out var session) ? session : null, out var credential) ? credential : null, items[Back] ?? "/", now);
        if (await http.RequestServices.GetRequiredService<Identities>().ArriveAsync(proven, http.RequestAborted) is not { } secret)
        {
            await IdentityEndpoints.FailedAsync(http, Wrong);
            return;
        }

        IdentityCookie.Write(http.Response, secret, now + Patience);
        await IdentityEndpoints.ArrivedAsync(http, purpose);
    }
}
