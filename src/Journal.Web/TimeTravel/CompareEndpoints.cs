using Journal.Reports.TimeTravel;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.TimeTravel;

internal static class CompareEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/compare/{report}", Get)
        .WithTags("Time travel").WithName("CompareReport").WithSummary("One report asked in two ways: what moved from a to b, and because of which events.");

    private static async Task<Results<Ok<ReportComparison>, ProblemHttpResult>> Get(
        string report, [AsParameters] CompareQuery query, SignedIn signedIn, ReportQuestions questions, TimeTravelQueries queries, CancellationToken ct)
    {
        var (kind, unknown) = ReportQueries.Find(report);
        if (unknown is not null)
            return Problems.Of(unknown);
        var author = signedIn.Person.As("api");
        var (before, wrong) = await questions.ReadAsync(author, query.A, ct);
        var (after, wrongToo) = before is null ? (null, wrong) : await questions.ReadAsync(author, query.B, ct);
        return after is null ? Problems.Of(wrong ?? wrongToo!) : TypedResults.Ok(await queries.CompareAsync(kind!, author.Person, before!, after, ct));
    }
}

/// <summary>The two sides, each asked as a report is.</summary>
internal sealed record CompareQuery(
    [FromQuery(Name = "a.from")] string? FromA,
    [FromQuery(Name = "a.to")] string? ToA,
    [FromQuery(Name = "a.asOf")] string? AsOfA,
    [FromQuery(Name = "a.knownAt")] string? KnownAtA,
    [FromQuery(Name = "a.aim")] Guid? AimA,
    [FromQuery(Name = "a.rules")] string[]? RulesA,
    [FromQuery(Name = "b.from")] string? FromB,
    [FromQuery(Name = "b.to")] string? ToB,
    [FromQuery(Name = "b.asOf")] string? AsOfB,
    [FromQuery(Name = "b.knownAt")] string? KnownAtB,
    [FromQuery(Name = "b.aim")] Guid? AimB,
    [FromQuery(Name = "b.rules")] string[]? RulesB)
{
    public ReportQuery A => new(FromA, ToA, AsOfA, KnownAtA, AimA, RulesA);

    public ReportQuery B => new(FromB, ToB, AsOfB, KnownAtB, AimB, RulesB);
}
