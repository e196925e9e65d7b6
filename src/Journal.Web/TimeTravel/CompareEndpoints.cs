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
internal sealed record CompareQuery
{
    [FromQuery(Name = "a.from")]
    public string? FromA { get; init; }

    [FromQuery(Name = "a.to")]
    public string? ToA { get; init; }

    [FromQuery(Name = "a.asOf")]
    public string? AsOfA { get; init; }

    [FromQuery(Name = "a.knownAt")]
    public string? KnownAtA { get; init; }

    [FromQuery(Name = "a.aim")]
    public Guid? AimA { get; init; }

    [FromQuery(Name = "a.rules")]
    public string[]? RulesA { get; init; }

    [FromQuery(Name = "b.from")]
    public string? FromB { get; init; }

    [FromQuery(Name = "b.to")]
    public string? ToB { get; init; }

    [FromQuery(Name = "b.asOf")]
    public string? AsOfB { get; init; }

    [FromQuery(Name = "b.knownAt")]
    public string? KnownAtB { get; init; }

    [FromQuery(Name = "b.aim")]
    public Guid? AimB { get; init; }

    [FromQuery(Name = "b.rules")]
    public string[]? RulesB { get; init; }

    public ReportQuery A => new() { From = FromA, To = ToA, AsOf = AsOfA, KnownAt = KnownAtA, Aim = AimA, Rules = RulesA };

    public ReportQuery B => new() { From = FromB, To = ToB, AsOf = AsOfB, KnownAt = KnownAtB, Aim = AimB, Rules = RulesB };
}
