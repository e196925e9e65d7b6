using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Series;

internal static class SeriesEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/analyze/{detector}", Analyze).WithTags("Analysis").WithName("Analyze")
            .WithSummary("What a detector finds in a series of days: changes, where it begins to behave otherwise; or cycles, rises and what became of them. Nothing is stored.")
            .Accepts<DatedSeries>("application/json").Produces<ChangesAnswer>().WithMetadata(new BodyExample("""{"days":["2026-01-05","2026-01-06"],"values":[0.5,null]}"""));

    private static async Task<IResult> Analyze(string detector, HttpContext context)
    {
        if (detector is not ("changes" or "cycles"))
            return Problems.Of(StatusCodes.Status404NotFound, "detector.unknown", "There is no such detector; the detectors are changes and cycles.");
        var (series, problem) = await ReadAsync(context);
        if (series is null)
            return problem!;
        if (detector == "changes")
            return TypedResults.Ok(ChangesAnswer.Of(series, context.RequestAborted));
        var (answer, refusal) = CyclesAnswer.Of(series, context.RequestAborted);
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
