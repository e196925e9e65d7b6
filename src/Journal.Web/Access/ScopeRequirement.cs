using Microsoft.AspNetCore.Authorization;

namespace Journal.Web.Access;

/// <summary>Asked of every request that does not say otherwise: to look takes any credential, to change takes one that may write. No route can forget it.</summary>
internal sealed class ScopeRequirement : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<SignedIn>() is { } signedIn
            && (signedIn.Scope == Scope.Write || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
