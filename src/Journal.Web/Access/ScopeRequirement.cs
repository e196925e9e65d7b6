using Microsoft.AspNetCore.Authorization;

namespace Journal.Web.Access;

/// <summary>Asked of every request that does not say otherwise: to look takes any credential, to change takes one that may write. No route can forget it.</summary>
internal sealed class ScopeRequirement : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<SignedIn>() is { } signedIn
            && signedIn.Scope >= Needed(http))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    /// <summary>What a request needs at least.</summary>
    public static Scope Needed(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ManagesTokens>() is not null ? Scope.Manage
        : HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? Scope.Read
        : Scope.Write;
}
