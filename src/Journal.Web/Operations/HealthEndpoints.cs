using System.Text.Json.Serialization;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Operations;

internal static class HealthEndpoints
{
    private const int MostLeftOut = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup(HealthPath.Root).WithTags("Health").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live"))).WithName("IsLive").WithSummary("This process answers.");
        health.MapGet("/ready", Ready).WithName("IsReady").WithSummary("The database answers too, and has its tables; degraded where projections left out events that cannot be read.");
    }

    private static async Task<Results<Ok<HealthAnswer>, ProblemHttpResult>> Ready(JournalDatabase database, Projections projections, CancellationToken ct)
    {
        if (!await database.IsReadyAsync(ct))
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "database.unavailable", "The database does not answer, or has not its tables.");
        var left = await projections.LeftOutAsync(MostLeftOut, ct);
        return TypedResults.Ok(left.Count == 0 ? new HealthAnswer("ready") : new("degraded", [.. left.Select(one => new LeftOutAnswer(one.Projection, one.Person, one.Position))]));
    }
}

/// <param name="Status"><c>live</c>, <c>ready</c>, or <c>degraded</c>: everything works, but for what is left out.</param>
/// <param name="LeftOut">Events that projections left out; the latest of them where there are many.</param>
internal sealed record HealthAnswer(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeftOutAnswer>? LeftOut = null);

/// <param name="Person">Whose event it is.</param>
/// <param name="Position">Its place in the log.</param>
internal sealed record LeftOutAnswer(string Projection, string? Person, long Position);
