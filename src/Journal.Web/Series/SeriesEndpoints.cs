using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Series;

internal static class SeriesEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var analyze = api.MapGroup("/analyze").WithTags("Analysis");
        analyze.MapPost("/changes", (Delegate)Changes).WithName("AnalyzeChanges").WithSummary("Where a series begins to behave otherwise. Nothing is stored.");
        analyze.MapPost("/cycles", (Delegate)Cycles).WithName("AnalyzeCycles").WithSummary("Rises in a series of days and what became of them. Nothing is stored.");
    }

    private static async Task<Results<Ok<ChangesAnswer>, ProblemHttpResult>> Changes(HttpContext context)
    {
        var (series, problem) = await ReadAsync(context);
        return series is null ? problem! : TypedResults.Ok(ChangesAnswer.Of(series));
    }

    private static async Task<Results<Ok<CyclesAnswer>, ProblemHttpResult>> Cycles(HttpContext context)
    {
        var (series, problem) = await ReadAsync(context);
        if (series is null)
        {
            return problem!;
        }

        var (answer, refusal) = CyclesAnswer.Of(series);
        return answer is null ? Problems.Of(refusal!) : TypedResults.Ok(answer);
    }

    private static async Task<(DatedSeries? Series, ProblemHttpResult? Problem)> ReadAsync(HttpContext context)
    {
        var (body, problem) = await JsonBody.ReadAsync(context, orArray: true);
        if (problem is not null)
        {
            return (null, problem);
        }

        var (series, refusal) = DatedSeries.Of(body);
        return series is null ? (null, Problems.Of(refusal!)) : (series, null);
    }
}
