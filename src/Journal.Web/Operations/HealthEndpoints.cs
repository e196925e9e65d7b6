using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Operations;

internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup(HealthPath.Root).WithTags("Health").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live"))).WithName("IsLive").WithSummary("This process answers.");
        health.MapGet("/ready", Ready).WithName("IsReady").WithSummary("The database answers too, and has its tables.");
    }

    private static async Task<Results<Ok<HealthAnswer>, ProblemHttpResult>> Ready(JournalDatabase database, CancellationToken ct) =>
        await database.IsReadyAsync(ct)
            ? TypedResults.Ok(new HealthAnswer("ready"))
            : Problems.Of(StatusCodes.Status503ServiceUnavailable, "database.unavailable", "The database does not answer, or has not its tables.");
}

internal sealed record HealthAnswer(string Status);
