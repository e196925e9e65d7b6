using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Journal.Web.Guards;

/// <summary>Runs the endpoints of a group as heavy work.</summary>
internal static class HeavyGuard
{
    public static TBuilder WithHeavyWork<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder =>
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var work = http.RequestServices.GetRequiredService<HeavyWork>();
            var place = work.Enter(http.Features.GetRequiredFeature<SignedIn>().Person.Id);
            http.Response.RegisterForDispose(place);
            if (place.IsAcquired)
                return await work.RunAsync(() => next(context).AsTask(), http.RequestAborted);
            http.Response.Headers.RetryAfter = "1";
            return Problems.Of(StatusCodes.Status429TooManyRequests, "work.busy", $"{HeavyWork.APerson} of your requests of this kind are being worked on; try again in a moment.");
        });
}
