using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Today;

internal static class TodayApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/today", Get).WithTags("Today").WithName("GetToday").WithSummary("Where things stand, and what the day waits for: practices, decisions, commitments and one question.");

    private static async Task<Results<Ok<TodayAnswer>, ProblemHttpResult>> Get(string? day, SignedIn signedIn, TodayQueries queries, CancellationToken ct)
    {
        var (answer, refusal) = await queries.ReadAsync(signedIn.Person.As("api"), day, ct);
        return answer is null ? Problems.Of(refusal!) : TypedResults.Ok(answer);
    }
}
