using Journal.Web.Http;

namespace Journal.Web.Access;

/// <summary>What cannot be undone, or lets somebody else in, is done only for somebody who has just shown who they are: a browser that is left open is not enough.</summary>
internal static class StepUp
{
    /// <summary>Where a browser shows it.</summary>
    public const string Address = "/prove";

    /// <summary>For how long it is believed.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);

    /// <summary>Asks it of these endpoints. A token shows it by its scope: manage, where nothing less is said, which is given only to programs that are trusted so far.</summary>
    /// <param name="endpoints">Whichever.</param>
    /// <param name="back">The page a browser sees again when it has shown it; null for the one it asked for. What it sent is not sent again by itself.</param>
    /// <param name="scope">What a token must have at least.</param>
    public static TBuilder WithStepUp<TBuilder>(this TBuilder endpoints, string? back = null, Scope scope = Scope.Manage)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter((asked, next) => AskAsync(asked, next, back, scope));

    /// <summary>Whether nothing need be asked.</summary>
    public static bool Holds(SignedIn signedIn, DateTimeOffset now, Scope scope = Scope.Manage) => signedIn.Kind == CredentialKind.Session ? now - signedIn.Proved <= Believed : signedIn.Scope >= scope;

    private static ValueTask<object?> AskAsync(EndpointFilterInvocationContext asked, EndpointFilterDelegate next, string? back, Scope scope)
    {
        var http = asked.HttpContext;
        // Whoever is not signed in at all is told so by the endpoint.
        if (http.Features.Get<SignedIn>() is not { } signedIn || Holds(signedIn, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), scope))
            return next(asked);
        return ValueTask.FromResult<object?>(
            signedIn.Kind == CredentialKind.Token ? Problems.Of(StatusCodes.Status403Forbidden, "scope.manage", "This takes a token of scope manage.")
            : http.Request.Path.StartsWithSegments("/api") && (back is null || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) ? Problems.Of(StatusCodes.Status403Forbidden, "step-up.required", $"Show again who you are, at {Address}.")
            : new SeeOther(Address + QueryString.Create("back", back ?? http.Request.Path + http.Request.QueryString)));
    }
}
